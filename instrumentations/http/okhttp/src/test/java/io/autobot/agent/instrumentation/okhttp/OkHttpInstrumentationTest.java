package io.autobot.agent.instrumentation.okhttp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.autobot.agent.http.HttpConversation.Ending;
import io.autobot.agent.testkit.http.HttpPeer;
import io.autobot.agent.testkit.http.RecordedExchange;
import io.autobot.agent.testkit.http.RecordingProtocol;
import io.autobot.agent.testkit.inprocess.WeavingExtension;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import okhttp3.Call;
import okhttp3.FormBody;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import okio.Buffer;
import okio.BufferedSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What OkHttp has beyond what every transport has. */
class OkHttpInstrumentationTest {
    private static final int LARGE = 20_000;

    private final RecordingProtocol seen = new RecordingProtocol();

    @RegisterExtension
    final WeavingExtension agent =
            WeavingExtension.of(new OkHttpInstrumentation()).recording(seen);

    private final HttpPeer peer = HttpPeer.start();
    private final OkHttpClient client = new OkHttpClient();

    @AfterEach
    void stop() {
        client.connectionPool().evictAll();
        peer.close();
    }

    private Request post(String path, String body) {
        return new Request.Builder()
                .url(peer.uri(path).toString())
                .post(RequestBody.create(body, MediaType.get("application/json")))
                .build();
    }

    @Test
    void interceptorsSeeWhatTheApplicationGaveAndTheListsAreItsOwn() throws Exception {
        List<RequestBody> bodies = new ArrayList<>();
        OkHttpClient looking = client.newBuilder()
                .addInterceptor(chain -> {
                    bodies.add(chain.request().body());
                    return chain.proceed(chain.request());
                })
                .addNetworkInterceptor(chain -> {
                    bodies.add(chain.request().body());
                    return chain.proceed(chain.request());
                })
                .build();
        FormBody form = new FormBody.Builder().add("a", "1").build();
        Request request =
                post("/claimed/echo", "").newBuilder().post(form).tag("mine").build();
        Call call = looking.newCall(request);
        try (Response response = call.execute()) {
            assertThat(response.body().string()).isEqualTo("a=1");
            assertThat(response.request()).isSameAs(request);
        }
        assertThat(bodies).hasSize(2).allSatisfy(body -> assertThat(body).isSameAs(form));
        assertThat(looking.interceptors()).hasSize(1);
        assertThat(call.request()).isSameAs(request);
        assertThat(seen.only().requestContentType()).isEqualTo("application/x-www-form-urlencoded");
        assertThat(seen.only().requestBytes()).asString(UTF_8).isEqualTo("a=1");
    }

    @Test
    void anAttemptOfAnInterceptorIsPartOfTheCallAndItsOwnCallsAreNot() throws Exception {
        OkHttpClient twice = client.newBuilder()
                .addInterceptor(chain -> {
                    chain.proceed(chain.request()).close();
                    client.newCall(post("/echo", "token")).execute().close();
                    client.newCall(post("/claimed/token/echo", "inner"))
                            .execute()
                            .close();
                    return chain.proceed(chain.request());
                })
                .build();
        try (Response response = twice.newCall(post("/claimed/echo", "outer")).execute()) {
            assertThat(response.body().string()).isEqualTo("outer");
        }
        assertThat(seen.exchanges()).hasSize(2);
        RecordedExchange outer = seen.exchanges().get(0).awaitEnd();
        assertThat(outer.requests()).isEqualTo(2);
        assertThat(outer.requestBytes()).asString(UTF_8).isEqualTo("outer");
        assertThat(outer.responseBytes()).asString(UTF_8).isEqualTo("outer");
        assertThat(outer.ending()).isEqualTo(Ending.COMPLETE);
        RecordedExchange inner = seen.exchanges().get(1).awaitEnd();
        assertThat(inner.requestBytes()).asString(UTF_8).isEqualTo("inner");
        assertThat(inner.ending()).isEqualTo(Ending.CANCELLED);
    }

    @Test
    void theTimeOfTheWholeCallIsNoCancellation() throws Exception {
        OkHttpClient hasty =
                client.newBuilder().callTimeout(Duration.ofMillis(300)).build();
        Call silent = hasty.newCall(post("/claimed/silent", "{}"));
        assertThatThrownBy(silent::execute).hasMessage("timeout");
        assertThat(silent.isCanceled()).isTrue();
        assertThat(seen.only().ending()).isEqualTo(Ending.FAILED);
        seen.clear();

        try (Response response =
                hasty.newCall(post("/claimed/gated?parts=9", "{}")).execute()) {
            assertThatThrownBy(() -> response.body().string()).hasMessage("timeout");
        }
        assertThat(seen.only().ending()).isEqualTo(Ending.FAILED);
        assertThat(seen.only().status()).isEqualTo(200);
    }

    @Test
    void aStreamCancelledWhileItIsRead() throws Exception {
        Call call = client.newCall(post("/claimed/gated?parts=9", "{}"));
        try (Response response = call.execute()) {
            peer.openGate();
            BufferedSource source = response.body().source();
            source.require(HttpPeer.PART.length());
            CompletableFuture<Boolean> rest = CompletableFuture.supplyAsync(() -> {
                try {
                    return source.request(HttpPeer.PART.length() + 1);
                } catch (IOException expected) {
                    return false;
                }
            });
            call.cancel();
            assertThat(rest.get()).isFalse();
        }
        assertThat(seen.only().ending()).isEqualTo(Ending.CANCELLED);
        assertThat(seen.only().responseBytes()).asString(UTF_8).isEqualTo(HttpPeer.PART);
    }

    @Test
    void everyWayToRead() throws Exception {
        String text = "0123456789\n".repeat(LARGE);
        Request request = post("/claimed/echo", text);
        try (ResponseBody body = client.newCall(request).execute().body()) {
            assertThat(body.contentType()).isEqualTo(MediaType.get("application/json"));
            assertThat(body.contentLength()).isEqualTo(text.length());
            assertThat(body.source()).isSameAs(body.source());
            assertThat(body.source().peek().readUtf8Line()).isEqualTo("0123456789");
            assertThat(body.string()).isEqualTo(text);
        }
        try (Response response = client.newCall(request).execute()) {
            assertThat(response.peekBody(4).string()).isEqualTo("0123");
            assertThat(response.body().charStream().skip(4)).isEqualTo(4);
            assertThat(response.body().byteString().size()).isLessThanOrEqualTo(text.length());
        } catch (IOException lengthsDiffer) {
            // OkHttp's own complaint about reading twice in different ways.
            assertThat(lengthsDiffer).hasMessageContaining("disagree");
        }
        try (Response response = client.newCall(request).execute()) {
            Buffer all = new Buffer();
            assertThat(response.body().source().readAll(all)).isEqualTo(text.length());
            assertThat(all.readUtf8()).isEqualTo(text);
        }
        try (Response response = client.newCall(request).execute()) {
            BufferedSource source = response.body().source();
            assertThat(source.request(Long.MAX_VALUE)).isFalse();
            assertThat(source.getBuffer().size()).isEqualTo(text.length());
        }
        assertThat(seen.exchanges()).hasSize(4);
        for (RecordedExchange exchange : seen.exchanges()) {
            assertThat(exchange.awaitEnd().ending()).isEqualTo(Ending.COMPLETE);
            assertThat(exchange.responseBytes()).asString(UTF_8).isEqualTo(text);
        }
    }

    @Test
    void asManyBytesAsPromisedAreTheEnd() throws Exception {
        Response response = client.newCall(post("/claimed/echo", "1234")).execute();
        assertThat(response.body().source().readUtf8(4)).isEqualTo("1234");
        response.close();
        assertThat(seen.only().ending()).isEqualTo(Ending.COMPLETE);
        assertThatThrownBy(() -> response.body().source().readByte())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("closed");
    }

    @Test
    void aReplyThatNobodyReadsIsCancelled() throws Exception {
        client.newCall(post("/claimed/echo", "1234")).execute().close();
        assertThat(seen.only().ending()).isEqualTo(Ending.CANCELLED);
    }

    /** The loader of a library outlives its threads, which OkHttp lets sleep for a minute; what is ours does not. */
    @Test
    void aReplyThatIsForgottenIsCollected() throws Exception {
        client.newCall(post("/claimed/gated?parts=9", "{}")).execute();
        WeakReference<RecordedExchange> forgotten =
                new WeakReference<>(seen.exchanges().get(0));
        seen.clear();
        await().until(() -> {
            System.gc();
            return forgotten.get() == null;
        });
    }

    @Test
    void aReplyToHeadHasNoBody() throws Exception {
        Request head = post("/claimed/status?code=200", "").newBuilder().head().build();
        try (Response response = client.newCall(head).execute()) {
            assertThat(response.code()).isEqualTo(200);
        }
        assertThat(seen.only().ending()).isEqualTo(Ending.COMPLETE);
    }

    @Test
    void aWebSocketIsNoCall() throws Exception {
        CompletableFuture<Throwable> failed = new CompletableFuture<>();
        WebSocket socket = client.newWebSocket(
                new Request.Builder()
                        .url(peer.uri("/claimed/echo").toString().replace("http:", "ws:"))
                        .build(),
                new WebSocketListener() {
                    @Override
                    public void onFailure(WebSocket refused, Throwable failure, Response response) {
                        failed.complete(failure);
                    }
                });
        assertThat(failed.get()).hasMessageContaining("101");
        socket.cancel();
        assertThat(seen.asked()).isZero();
    }
}
