package io.autobot.agent.llm;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/**
 * Asks a server for the models it holds in memory: {@code GET /api/ps} (Ollama 0.1.38 on), which neither loads a model
 * nor keeps one. A socket of our own and not a client of the JDK's: those share cookies, authenticators, caches and
 * threads with the application, and are woven. No proxy, no credentials. For one thread.
 */
final class OllamaClient {
    private static final int CONNECT_MILLIS = 1_000;

    private static final int MOST_BYTES = 1 << 20;
    private static final int CHUNK = 4_096;

    private final long patienceNanos;
    private SSLContext tls;

    /** @param patienceNanos for one server, whatever it does */
    OllamaClient(long patienceNanos) {
        this.patienceNanos = patienceNanos;
    }

    /** As {@link OllamaServers.Asking#loaded}. */
    int loaded(OllamaServer server) throws IOException {
        long end = System.nanoTime() + patienceNanos;
        try (Socket socket = new Socket(Proxy.NO_PROXY)) {
            socket.connect(new InetSocketAddress(server.host(), server.port()), CONNECT_MILLIS);
            Socket spoken = server.tls() ? secured(socket, server, end) : socket;
            spoken.getOutputStream().write(server.request().getBytes(StandardCharsets.US_ASCII));
            return read(spoken, end);
        } catch (SSLHandshakeException refused) {
            if (refused.getCause() instanceof CertificateException) {
                // The application trusts it by means of its own.
                return OllamaServer.UNKNOWN;
            }
            throw refused;
        }
    }

    private Socket secured(Socket socket, OllamaServer server, long end) throws IOException {
        try {
            if (tls == null) {
                // Not the default one, which would be made before the application has said what it is to trust.
                SSLContext made = SSLContext.getInstance("TLS");
                made.init(null, null, null);
                tls = made;
            }
        } catch (GeneralSecurityException unusable) {
            throw new IOException(unusable);
        }
        SSLSocket secured = (SSLSocket) tls.getSocketFactory().createSocket(socket, server.host(), server.port(), true);
        SSLParameters parameters = secured.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secured.setSSLParameters(parameters);
        secured.setSoTimeout(left(end));
        secured.startHandshake();
        return secured;
    }

    private static int read(Socket socket, long end) throws IOException {
        OllamaReply reply = new OllamaReply();
        byte[] bytes = new byte[CHUNK];
        InputStream in = socket.getInputStream();
        int total = 0;
        while (!reply.isOver()) {
            socket.setSoTimeout(left(end));
            int count = in.read(bytes);
            total += count;
            if (count < 0 || total > MOST_BYTES) {
                throw new EOFException("it sent " + (count < 0 ? "no whole answer" : "too much"));
            }
            reply.accept(bytes, count);
        }
        return reply.loaded();
    }

    private static int left(long end) throws SocketTimeoutException {
        long millis = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
        if (millis <= 0) {
            throw new SocketTimeoutException("it takes too long");
        }
        return (int) millis;
    }
}
