package io.autobot.agent.testkit.redis;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import org.opentest4j.TestAbortedException;

/** A server that takes TLS as well, with a certificate of its own. The test is skipped where no server can. */
public final class RedisTls {
    private static final String ALIAS = "redis";

    private final Path store;
    private final int port;
    private final RedisProcess server;

    private RedisTls(Path store, int port, RedisProcess server) {
        this.store = store;
        this.port = port;
        this.server = server;
    }

    /**
     * Starts a server.
     *
     * @param folder for certificate and key
     */
    public static RedisTls start(RedisServers servers, Path folder) throws IOException {
        Path store = folder.resolve("store.p12");
        makeStore(store);
        Path certificate = folder.resolve("certificate.pem");
        Path key = folder.resolve("key.pem");
        try {
            KeyStore opened = KeyStore.getInstance(store.toFile(), password().toCharArray());
            write(certificate, "CERTIFICATE", opened.getCertificate(ALIAS).getEncoded());
            write(
                    key,
                    "PRIVATE KEY",
                    opened.getKey(ALIAS, password().toCharArray()).getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        int port = FreePorts.next();
        try {
            return new RedisTls(
                    store,
                    port,
                    servers.standalone(
                            "tls-port " + port,
                            "tls-auth-clients no",
                            "tls-cert-file " + certificate,
                            "tls-key-file " + key,
                            "tls-ca-cert-file " + certificate));
        } catch (IllegalStateException ended) {
            throw new TestAbortedException("this redis-server knows no TLS: " + ended.getMessage());
        }
    }

    /** The server; its own port is the one without TLS. */
    public RedisProcess server() {
        return server;
    }

    /** The port with TLS. */
    public int port() {
        return port;
    }

    /** A PKCS12 store that holds the certificate. */
    public Path store() {
        return store;
    }

    /** The store's password. */
    public static String password() {
        return "changeit";
    }

    private static void makeStore(Path store) throws IOException {
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        ALIAS,
                        "-keyalg",
                        "RSA",
                        "-dname",
                        "CN=127.0.0.1",
                        "-ext",
                        "san=ip:127.0.0.1",
                        "-ext",
                        "bc:c",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        password())
                .redirectErrorStream(true)
                .start();
        String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (!keytool.waitFor(30, TimeUnit.SECONDS) || keytool.exitValue() != 0) {
                throw new IllegalStateException("keytool: " + said);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void write(Path file, String kind, byte[] content) throws IOException {
        String text = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(content);
        Files.writeString(file, "-----BEGIN " + kind + "-----\n" + text + "\n-----END " + kind + "-----\n");
    }
}
