package io.autobot.agent.endpoint;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import io.autobot.agent.endpoint.EndpointSettings.ClientAuth;
import io.autobot.agent.endpoint.EndpointSettings.Tls;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Collections;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManagerFactory;

/** Makes TLS from a keystore. */
final class TlsContext extends HttpsConfigurator {
    private final ClientAuth clientAuth;

    private TlsContext(SSLContext context, ClientAuth clientAuth) {
        super(context);
        this.clientAuth = clientAuth;
    }

    /** Throws what the keystore could not be opened with; an {@code IOException} also for a wrong password. */
    static TlsContext load(Tls tls) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(tls.type());
        try (InputStream in = new FileInputStream(tls.keystore())) {
            store.load(in, tls.password());
        }
        if (!holdsKey(store)) {
            throw new GeneralSecurityException("it holds no private key");
        }
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, tls.password());
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return new TlsContext(context, tls.clientAuth());
    }

    private static boolean holdsKey(KeyStore store) throws GeneralSecurityException {
        for (String alias : Collections.list(store.aliases())) {
            if (store.isKeyEntry(alias)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void configure(HttpsParameters connection) {
        SSLParameters parameters = getSSLContext().getDefaultSSLParameters();
        if (clientAuth == ClientAuth.NEED) {
            parameters.setNeedClientAuth(true);
        } else if (clientAuth == ClientAuth.WANT) {
            parameters.setWantClientAuth(true);
        }
        connection.setSSLParameters(parameters);
    }
}
