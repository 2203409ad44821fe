package io.autobot.agent.simulator;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/**
 * What a client needs to trust the simulator. Its certificate signs itself, holds until December 2125, and covers localhost,
 * the loopback addresses and the host names of the real services.
 */
public final class TrustMaterial {
    /** Password of the key store and of the trust store. */
    public static final String PASSWORD = "simulator";

    private static final String ALIAS = "simulator";

    private Path folder;

    TrustMaterial() {}

    /** The key store with the certificate and its key. */
    public static KeyStore keyStore() {
        try (InputStream stored = TrustMaterial.class.getResourceAsStream("simulator.p12")) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(stored, PASSWORD.toCharArray());
            return store;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("the simulator's key store cannot be read", e);
        }
    }

    private static KeyStore trustStore() throws IOException, GeneralSecurityException {
        Certificate certificate = keyStore().getCertificate(ALIAS);
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry(ALIAS, certificate);
        return store;
    }

    /** The trust manager for clients that want one. */
    public X509TrustManager trustManager() {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(trustStore());
            return (X509TrustManager) factory.getTrustManagers()[0];
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("no trust manager", e);
        }
    }

    /** An SSL context that trusts the simulator and nobody else. */
    public SSLContext sslContext() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new X509TrustManager[] {trustManager()}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no SSL context", e);
        }
    }

    /** The certificate as PEM. */
    public String pem() {
        try {
            byte[] encoded = keyStore().getCertificate(ALIAS).getEncoded();
            return "-----BEGIN CERTIFICATE-----\n"
                    + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded)
                    + "\n-----END CERTIFICATE-----\n";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no certificate", e);
        }
    }

    /** A file with {@link #pem()}; gone when this JVM ends. */
    public Path pemFile() {
        return file("simulator.pem", pem().getBytes(StandardCharsets.US_ASCII));
    }

    /**
     * A trust store for {@code -Djavax.net.ssl.trustStore} and {@code -Djavax.net.ssl.trustStorePassword=simulator};
     * gone when this JVM ends.
     */
    public Path trustStoreFile() {
        Path file = file("trust.p12", new byte[0]);
        try (OutputStream out = Files.newOutputStream(file)) {
            trustStore().store(out, PASSWORD.toCharArray());
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("cannot write " + file, e);
        }
        return file;
    }

    /** JVM options that make a forked JVM trust the simulator. */
    public List<String> jvmOptions() {
        return List.of(
                "-Djavax.net.ssl.trustStore=" + trustStoreFile(),
                "-Djavax.net.ssl.trustStorePassword=" + PASSWORD,
                "-Djavax.net.ssl.trustStoreType=PKCS12");
    }

    /**
     * A file for {@code -Djdk.net.hosts.file} that sends the host names of all real services to this machine, so that
     * a client can be given {@code https://api.openai.com:PORT}. Names that are not in it do not resolve then.
     */
    public Path hostsFile() {
        StringBuilder lines = new StringBuilder("127.0.0.1 localhost\n");
        for (Endpoint endpoint : Endpoint.values()) {
            if (endpoint.host() != null) {
                lines.append("127.0.0.1 ").append(endpoint.host()).append('\n');
            }
        }
        return file("hosts", lines.toString().getBytes(StandardCharsets.US_ASCII));
    }

    private synchronized Path file(String name, byte[] content) {
        try {
            if (folder == null) {
                folder = Files.createTempDirectory("provider-simulator");
                folder.toFile().deleteOnExit();
            }
            Path file = folder.resolve(name);
            Files.write(file, content);
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException e) {
            throw new IllegalStateException("cannot write " + name, e);
        }
    }
}
