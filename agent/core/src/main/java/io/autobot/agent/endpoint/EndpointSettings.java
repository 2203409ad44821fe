package io.autobot.agent.endpoint;

import java.io.File;
import java.time.Duration;
import java.util.Map;

/**
 * Where and how the endpoint listens.
 *
 * @param host the address to bind, {@code 0.0.0.0} for all
 * @param port the port to bind, 0 for any free one
 * @param username the name asked for by basic authentication, {@code null} for none
 * @param password the password asked for, {@code null} for none; name and password come together or not at all
 * @param healthOpen whether the health report stays readable without credentials
 * @param tls how to encrypt, {@code null} for plain HTTP
 * @param fileSd the Prometheus {@code file_sd} target file to keep, or a folder in which each JVM keeps its own,
 *     {@code null} for none
 * @param fileSdLabels the labels of that target
 * @param timing how long things may take
 */
public record EndpointSettings(
        String host,
        int port,
        String username,
        String password,
        boolean healthOpen,
        Tls tls,
        File fileSd,
        Map<String, String> fileSdLabels,
        Timing timing) {

    public EndpointSettings {
        fileSdLabels = Map.copyOf(fileSdLabels);
    }

    /** Plain HTTP without credentials and without a target file. */
    public static EndpointSettings plain(String host, int port) {
        return new EndpointSettings(host, port, null, null, true, null, null, Map.of(), Timing.DEFAULT);
    }

    /** Never names a secret. */
    @Override
    public String toString() {
        return "EndpointSettings[" + host + ":" + port + (tls == null ? "" : ", tls")
                + (password == null ? "" : ", basic auth") + "]";
    }

    /** Whether clients have to show a certificate. Those trusted are the keystore's certificate entries. */
    public enum ClientAuth {
        NONE,
        WANT,
        NEED
    }

    /**
     * Encryption.
     *
     * @param keystore holds the server's key and, for client certificates, those that are trusted
     * @param type the keystore's type, {@code PKCS12} or {@code JKS}
     * @param password opens the keystore and its key
     * @param clientAuth whether clients have to show a certificate
     */
    public record Tls(File keystore, String type, char[] password, ClientAuth clientAuth) {
        /** Never names a secret. */
        @Override
        public String toString() {
            return "Tls[" + keystore + ", " + type + ", client-auth " + clientAuth + "]";
        }
    }

    /**
     * Limits in time.
     *
     * @param patience how long one request may keep a worker before its connection is cut
     * @param retry how long to wait before another attempt to bind
     */
    public record Timing(Duration patience, Duration retry) {
        /** What holds outside tests. */
        public static final Timing DEFAULT = new Timing(Duration.ofSeconds(10), Duration.ofSeconds(30));
    }
}
