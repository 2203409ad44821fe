package io.autobot.agent.instrumentation.httpurlconnection;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.autobot.agent.http.HttpConversation.Ending;
import io.autobot.agent.http.HttpThread;
import io.autobot.agent.testkit.http.HttpPeer;
import io.autobot.agent.testkit.http.HttpTransportContract;
import io.autobot.agent.testkit.http.RecordedExchange;
import io.autobot.agent.testkit.http.RecordingProtocol;
import io.autobot.agent.testkit.inprocess.Hooks;
import io.autobot.agent.testkit.inprocess.WeavingExtension;
import java.io.FileNotFoundException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.ref.WeakReference;
import java.net.ConnectException;
import java.net.HttpRetryException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.stream.Stream;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What the peer sent and got is what the agent saw and what the application has, through a class of the boot loader. */
class HttpUrlConnectionInstrumentationTest {
    private final RecordingProtocol seen = new RecordingProtocol();

    @RegisterExtension
    final WeavingExtension agent =
            WeavingExtension.of(new HttpUrlConnectionInstrumentation()).recording(seen);

    @TestFactory
    Stream<DynamicTest> aBodySentAtOnce() {
        return HttpTransportContract.of(seen, new UrlConnectionCaller(false));
    }

    @TestFactory
    Stream<DynamicTest> aBodySentAsItIsWritten() {
        return HttpTransportContract.of(seen, new UrlConnectionCaller(true));
    }

    private static HttpURLConnection get(URI uri) throws Exception {
        return (HttpURLConnection) uri.toURL().openConnection();
    }

    private static HttpURLConnection post(URI uri, String body) throws Exception {
        HttpURLConnection connection = get(uri);
        connection.setDoOutput(true);
        connection.getOutputStream().write(body.getBytes(UTF_8));
        return connection;
    }

    @Test
    void theHeadAndTheStreamAskedForAgainAreOneCall() throws Exception {
        try (HttpPeer peer = HttpPeer.start()) {
            HttpURLConnection connection = post(peer.uri("/claimed/echo"), "1234");
            assertThat(connection.getOutputStream()).isSameAs(connection.getOutputStream());
            assertThat(connection.getResponseCode()).isEqualTo(200);
            assertThat(connection.getHeaderField("x-request-id")).isEqualTo("r1");
            assertThat(connection.getInputStream()).isSameAs(connection.getInputStream());
            assertThat(connection.getErrorStream()).isNull();
            InputStream stream = connection.getInputStream();
            assertThat(stream.skip(1)).isEqualTo(1);
            assertThat(stream.readNBytes(3)).asString(UTF_8).isEqualTo("234");
            stream.close();
            connection.disconnect();
            assertThat(seen.only().ending()).isEqualTo(Ending.COMPLETE);
            assertThat(seen.only().method()).isEqualTo("POST");
            assertThat(seen.only().requestBytes()).asString(UTF_8).isEqualTo("1234");
            assertThat(seen.only().responseBytes()).asString(UTF_8).isEqualTo("1234");
        }
    }

    @Test
    void anErrorHasItsBodyInAStreamOfItsOwn() throws Exception {
        try (HttpPeer peer = HttpPeer.start()) {
            HttpURLConnection connection = post(peer.uri("/claimed/status?code=404"), "where");
            assertThatThrownBy(connection::getInputStream).isInstanceOf(FileNotFoundException.class);
            assertThat(seen.exchanges().get(0).isOver()).isFalse();
            assertThatThrownBy(connection::getInputStream).isInstanceOf(FileNotFoundException.class);
            assertThat(connection.getErrorStream().readAllBytes())
                    .asString(UTF_8)
                    .isEqualTo("where");
            assertThat(seen.only().ending()).isEqualTo(Ending.COMPLETE);
            assertThat(seen.only().status()).isEqualTo(404);
            assertThat(seen.only().responseBytes()).asString(UTF_8).isEqualTo("where");
        }
    }

    @Test
    void chunksOfAnySizeAsTheyAreWritten() throws Exception {
        try (HttpPeer peer = HttpPeer.start()) {
            HttpURLConnection connection = get(peer.uri("/claimed/echo"));
            connection.setDoOutput(true);
            connection.setChunkedStreamingMode(16);
            OutputStream out = connection.getOutputStream();
            out.write("0123456789".repeat(1_000).getBytes(UTF_8));
            out.write('!');
            assertThat(seen.exchanges().get(0).requestBytes()).hasSize(10_001);
            assertThat(connection.getInputStream().readAllBytes()).hasSize(10_001);
            assertThat(seen.only().responseBytes()).isEqualTo(seen.only().requestBytes());
            assertThat(seen.only().ending()).isEqualTo(Ending.COMPLETE);
        }
    }

    @Test
    void aBodyThatIsNotKeptCannotBeSentAgain() throws Exception {
        try (HttpPeer peer = HttpPeer.start()) {
            HttpURLConnection connection = get(peer.uri("/claimed/status?code=401"));
            connection.setDoOutput(true);
            connection.setFixedLengthStreamingMode(2);
            connection.getOutputStream().write("{}".getBytes(UTF_8));
            assertThatThrownBy(connection::getInputStream).isInstanceOf(HttpRetryException.class);
            assertThat(connection.getResponseCode()).isEqualTo(401);
            assertThat(seen.only().status()).isEqualTo(401);
            assertThat(seen.only().requestBytes()).asString(UTF_8).isEqualTo("{}");
            assertThat(seen.only().ending()).isEqualTo(Ending.COMPLETE);
        }
    }

    @Test
    void connectingFirst() throws Exception {
        HttpURLConnection nowhere = get(HttpPeer.closedPort("/claimed/x"));
        assertThatThrownBy(nowhere::connect).isInstanceOf(ConnectException.class);
        assertThat(seen.only().ending()).isEqualTo(Ending.FAILED);
        seen.clear();
        try (HttpPeer peer = HttpPeer.start()) {
            HttpURLConnection unused = get(peer.uri("/claimed/x"));
            unused.connect();
            unused.disconnect();
            assertThat(seen.only().ending()).isEqualTo(Ending.CANCELLED);
            seen.clear();
            HttpURLConnection used = get(peer.uri("/claimed/empty"));
            used.connect();
            assertThat(used.getResponseCode()).isEqualTo(204);
            assertThat(seen.only().ending()).isEqualTo(Ending.COMPLETE);
        }
    }

    @Test
    void whatAnOuterLibraryHasIsNotCountedAgain() throws Exception {
        try (HttpPeer peer = HttpPeer.start()) {
            HttpThread.cover();
            try {
                assertThat(get(peer.uri("/claimed/echo")).getResponseCode()).isEqualTo(200);
            } finally {
                HttpThread.uncover();
            }
        }
        assertThat(seen.asked()).isZero();
    }

    @Test
    void aReplyThatIsForgottenIsCollected() throws Exception {
        try (HttpPeer peer = HttpPeer.start()) {
            get(peer.uri("/claimed/gated?parts=9")).getInputStream();
            WeakReference<RecordedExchange> forgotten =
                    new WeakReference<>(seen.exchanges().get(0));
            await().until(() -> {
                System.gc();
                // The next call of whatever connection drops what is left of those that are gone.
                get(peer.uri("/claimed/empty")).getResponseCode();
                seen.clear();
                return forgotten.get() == null;
            });
        }
    }

    @Test
    void everyHookFitsThisJdk() throws Exception {
        HttpUrlConnectionInstrumentation instrumentation = new HttpUrlConnectionInstrumentation();
        assertThat(Hooks.idle(instrumentation, Hooks.link(instrumentation, ClassLoader.getPlatformClassLoader())))
                .isEmpty();
    }

    @Test
    void encrypted(@TempDir Path folder) throws Exception {
        SSLContext context = context(folder);
        try (HttpPeer peer = HttpPeer.start(context.getServerSocketFactory())) {
            URI uri = URI.create(peer.uri("/claimed/echo").toString().replace("http:", "https:"));
            HttpsURLConnection connection = (HttpsURLConnection) uri.toURL().openConnection();
            connection.setSSLSocketFactory(context.getSocketFactory());
            connection.setDoOutput(true);
            connection.connect();
            connection.getOutputStream().write("secret".getBytes(UTF_8));
            assertThat(connection.getInputStream().readAllBytes())
                    .asString(UTF_8)
                    .isEqualTo("secret");
            assertThat(seen.only().port()).isEqualTo(peer.port());
            assertThat(seen.only().requestBytes()).asString(UTF_8).isEqualTo("secret");
            assertThat(seen.only().responseBytes()).asString(UTF_8).isEqualTo("secret");
            assertThat(seen.only().ending()).isEqualTo(Ending.COMPLETE);
            seen.clear();

            HttpsURLConnection stranger = (HttpsURLConnection) uri.toURL().openConnection();
            assertThatThrownBy(stranger::connect).isInstanceOf(javax.net.ssl.SSLException.class);
            assertThat(seen.only().ending()).isEqualTo(Ending.FAILED);
        }
    }

    private static SSLContext context(Path folder) throws Exception {
        Path file = folder.resolve("keys.p12");
        String[] command = {
            Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
            "-genkeypair",
            "-alias",
            "peer",
            "-keyalg",
            "EC",
            "-dname",
            "CN=localhost",
            "-ext",
            "san=dns:localhost",
            "-storetype",
            "PKCS12",
            "-keystore",
            file.toString(),
            "-storepass",
            "changeit"
        };
        Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
        assertThat(keytool.getInputStream().readAllBytes()).asString(UTF_8).doesNotContain("Exception");
        assertThat(keytool.waitFor()).isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream stream = Files.newInputStream(file)) {
            keys.load(stream, "changeit".toCharArray());
        }
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, "changeit".toCharArray());
        TrustManagerFactory trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusted.init(keys);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), trusted.getTrustManagers(), null);
        return context;
    }
}
