package io.autobot.agent.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.autobot.agent.endpoint.EndpointSettings.ClientAuth;
import io.autobot.agent.endpoint.EndpointSettings.Tls;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class TlsTest {
    private static final String PASSWORD = "changeit";
    private static final String REQUEST = "GET /metrics HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";

    @TempDir
    static Path folder;

    private static File server;
    private static File client;

    @BeforeAll
    static void makeKeys() throws Exception {
        server = makeKey("server.p12", "PKCS12");
        client = makeKey("client.p12", "PKCS12");
        Path certificate = folder.resolve("client.cer");
        keytool("-exportcert", "-alias", "key", "-keystore", client.getPath(), "-file", certificate.toString());
        keytool(
                "-importcert",
                "-noprompt",
                "-alias",
                "client",
                "-keystore",
                server.getPath(),
                "-file",
                certificate.toString());
    }

    private static File makeKey(String name, String type) throws Exception {
        File store = folder.resolve(name).toFile();
        keytool(
                "-genkeypair",
                "-alias",
                "key",
                "-keyalg",
                "EC",
                "-dname",
                "CN=" + name,
                "-storetype",
                type,
                "-keystore",
                store.getPath());
        return store;
    }

    private static void keytool(String... arguments) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments));
        command.addAll(List.of("-storepass", PASSWORD));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool.log").toFile())
                .start();
        assertThat(process.waitFor()).isZero();
    }

    private static EndpointSettings settings(File keystore, String type, String password, ClientAuth clientAuth) {
        Tls tls = new Tls(keystore, type, password.toCharArray(), clientAuth);
        return RunningEndpoint.settings(0, null, null, tls, null, RunningEndpoint.QUICK);
    }

    /** Connects as a client that trusts the server and shows a certificate or not. */
    private static SSLSocket connect(RunningEndpoint running, boolean withCertificate) throws Exception {
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(load(server));
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(load(client), PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(withCertificate ? keys.getKeyManagers() : null, trust.getTrustManagers(), null);
        SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket(RunningEndpoint.HOST, running.port());
        socket.setSoTimeout(30_000);
        return socket;
    }

    private static KeyStore load(File file) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (FileInputStream in = new FileInputStream(file)) {
            store.load(in, PASSWORD.toCharArray());
        }
        return store;
    }

    private static String scrape(RunningEndpoint running, boolean withCertificate) throws Exception {
        try (SSLSocket socket = connect(running, withCertificate)) {
            socket.getOutputStream().write(REQUEST.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void scrapeIsEncrypted() throws Exception {
        try (RunningEndpoint running = new RunningEndpoint(settings(server, "PKCS12", PASSWORD, ClientAuth.NONE))) {
            running.counter("one_total", 1);

            assertThat(scrape(running, false)).startsWith("HTTP/1.1 200").contains("one_total{");
            assertThat(running.endpoint.bound().orElseThrow().url()).startsWith("https://");
        }
    }

    @Test
    void javaKeystoresWorkToo() throws Exception {
        File jks = folder.resolve("server.jks").toFile();
        keytool(
                "-importkeystore",
                "-srckeystore",
                server.getPath(),
                "-srcstorepass",
                PASSWORD,
                "-destkeystore",
                jks.getPath(),
                "-deststoretype",
                "JKS",
                "-deststorepass",
                PASSWORD);
        try (RunningEndpoint running = new RunningEndpoint(settings(jks, "JKS", PASSWORD, ClientAuth.NONE))) {
            assertThat(scrape(running, false)).startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void clientCertificateIsDemandedWhenNeeded() throws Exception {
        try (RunningEndpoint running = new RunningEndpoint(settings(server, "PKCS12", PASSWORD, ClientAuth.NEED))) {
            assertThat(scrape(running, true)).startsWith("HTTP/1.1 200");
            assertThatThrownBy(() -> {
                        String answer = scrape(running, false);
                        if (answer.isEmpty()) {
                            throw new IOException("closed");
                        }
                    })
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void clientCertificateIsOptionalWhenWanted() throws Exception {
        try (RunningEndpoint running = new RunningEndpoint(settings(server, "PKCS12", PASSWORD, ClientAuth.WANT))) {
            assertThat(scrape(running, true)).startsWith("HTTP/1.1 200");
            assertThat(scrape(running, false)).startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void stalledHandshakesAndRequestsAreCutOff() throws Exception {
        try (RunningEndpoint running = new RunningEndpoint(settings(server, "PKCS12", PASSWORD, ClientAuth.NONE))) {
            List<Socket> stalled = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                // The first bytes of a TLS record that never ends.
                stalled.add(running.sent("\u0016\u0003\u0001\u0002"));
            }
            await().ignoreExceptions()
                    .untilAsserted(() -> assertThat(scrape(running, false)).startsWith("HTTP/1.1 200"));
            SSLSocket half = connect(running, false);
            half.getOutputStream().write("GET /metrics HTTP/1.1\r\nX: ".getBytes(StandardCharsets.ISO_8859_1));
            stalled.add(half);

            for (Socket socket : stalled) {
                assertThat(endsWithoutAnswer(socket)).isTrue();
                socket.close();
            }
            assertThat(scrape(running, false)).startsWith("HTTP/1.1 200");
        }
    }

    private static boolean endsWithoutAnswer(Socket socket) throws IOException {
        try {
            return !new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1).contains("HTTP");
        } catch (java.net.SocketTimeoutException held) {
            return false;
        } catch (IOException cut) {
            return true;
        }
    }

    @Test
    void keystoreThatCannotBeUsedIsOneLineAndNoEndpoint() throws Exception {
        Path nonsense = Files.writeString(folder.resolve("nonsense.p12"), "nonsense");
        List<EndpointSettings> unusable = List.of(
                settings(server, "PKCS12", "wrong password", ClientAuth.NONE),
                settings(nonsense.toFile(), "PKCS12", PASSWORD, ClientAuth.NONE),
                settings(folder.resolve("absent.p12").toFile(), "PKCS12", PASSWORD, ClientAuth.NONE),
                settings(server, "NOSUCHTYPE", PASSWORD, ClientAuth.NONE));
        for (EndpointSettings settings : unusable) {
            try (RunningEndpoint running = new RunningEndpoint(settings)) {
                assertThat(running.endpoint.bound()).isEmpty();
                assertThat(running.lines().lines())
                        .hasSize(1)
                        .allMatch(line -> line.contains("endpoint.tls.keystore") && !line.contains("wrong password"));
            }
        }
    }
}
