package io.autobot.agent.testkit.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.autobot.agent.http.HttpConversation.Ending;
import io.autobot.agent.testkit.http.HttpCaller.Reply;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.function.Executable;

/**
 * What every transport of HTTP has to do, whatever its library: what the peer sent and got is what the agent saw and
 * what the application has. For a {@code @TestFactory}: one agent sees all cases, one after the other.
 */
public final class HttpTransportContract {
    private static final Duration SHORT = Duration.ofMillis(300);

    private final RecordingProtocol seen;
    private final HttpCaller caller;
    private final HttpPeer peer;

    private HttpTransportContract(RecordingProtocol seen, HttpCaller caller, HttpPeer peer) {
        this.seen = seen;
        this.caller = caller;
        this.peer = peer;
    }

    /**
     * The cases for one client, to be run in order.
     *
     * @param caller closed behind them
     */
    public static Stream<DynamicTest> of(RecordingProtocol seen, HttpCaller caller) {
        HttpTransportContract contract = new HttpTransportContract(seen, caller, HttpPeer.start());
        return Stream.concat(
                contract.cases(),
                Stream.of(
                        contract.named("a reply that breaks off", contract::breaksOff),
                        dynamicTest("the client closes", contract::close)));
    }

    /**
     * The same in HTTP/2, and what one connection for several calls adds.
     *
     * @param caller speaks nothing else, in clear text; closed behind them
     */
    public static Stream<DynamicTest> ofHttp2(RecordingProtocol seen, HttpCaller caller) {
        HttpTransportContract contract = new HttpTransportContract(seen, caller, HttpPeer.startHttp2());
        return Stream.concat(
                contract.cases(),
                Stream.of(
                        contract.named("a stream that is reset", contract::aStreamThatIsReset),
                        contract.named("calls beside one that is given up", contract::besideOneThatIsGivenUp),
                        dynamicTest("the client closes", contract::close)));
    }

    private Stream<DynamicTest> cases() {
        return Stream.of(
                named("a call", this::aCall),
                named("an unclaimed call is left alone", this::anUnclaimedCall),
                named("several calls, one after the other", this::severalCalls),
                named("a large body", this::aLargeBody),
                named("a stream", this::aStream),
                named("a stream that the application closes", this::aClosedStream),
                named("redirects are one exchange", this::redirects),
                named("encoded bodies", this::encodedBodies),
                named("a body that the library is asked to decode", this::decodedBody),
                named("errors are replies", this::errors),
                named("without a body either way", this::withoutBodies),
                named("refused", this::refused),
                named("timed out", this::timedOut),
                named("given up", this::givenUp));
    }

    private DynamicTest named(String name, Executable body) {
        return dynamicTest(name, () -> {
            seen.clear();
            peer.newGate();
            body.execute();
        });
    }

    private void close() throws Exception {
        caller.close();
        peer.close();
        assertThat(seen.exchanges()).allMatch(RecordedExchange::isOver);
    }

    private Reply post(String path, String body) throws Exception {
        return caller.send(peer.uri(path), body.getBytes(UTF_8), null);
    }

    private void aCall() throws Exception {
        Reply reply = post("/claimed/echo?a=1", "{\"a\":1}");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).asString(UTF_8).isEqualTo("{\"a\":1}");
        RecordedExchange exchange = seen.only();
        assertThat(exchange.ending()).isEqualTo(Ending.COMPLETE);
        assertThat(exchange.method()).isEqualTo("POST");
        assertThat(exchange.host()).isEqualTo("localhost");
        assertThat(exchange.port()).isEqualTo(peer.port());
        assertThat(exchange.path()).isEqualTo("/claimed/echo");
        assertThat(exchange.requests()).isEqualTo(1);
        assertThat(exchange.requestContentType()).startsWith("application/json");
        assertThat(exchange.requestBytes()).asString(UTF_8).isEqualTo("{\"a\":1}");
        assertThat(exchange.heads()).isEqualTo(1);
        assertThat(exchange.status()).isEqualTo(200);
        assertThat(exchange.header("content-type")).isEqualTo("application/json");
        assertThat(exchange.responseBytes()).asString(UTF_8).isEqualTo("{\"a\":1}");
        assertThat(exchange.isResponseWhole()).isTrue();
    }

    private void anUnclaimedCall() throws Exception {
        int asked = seen.asked();
        assertThat(post("/echo", "x").body()).asString(UTF_8).isEqualTo("x");
        assertThat(seen.asked()).isEqualTo(asked + 1);
        assertThat(seen.exchanges()).isEmpty();
    }

    private void severalCalls() throws Exception {
        for (int call = 0; call < 5; call++) {
            assertThat(post("/claimed/echo", "call " + call).body())
                    .asString(UTF_8)
                    .isEqualTo("call " + call);
            assertThat(seen.exchanges()).hasSize(call + 1);
            RecordedExchange exchange = seen.exchanges().get(call).awaitEnd();
            assertThat(exchange.ending()).isEqualTo(Ending.COMPLETE);
            assertThat(exchange.requestBytes()).asString(UTF_8).isEqualTo("call " + call);
            assertThat(exchange.responseBytes()).asString(UTF_8).isEqualTo("call " + call);
        }
    }

    private void aLargeBody() throws Exception {
        byte[] body = new byte[1 << 20];
        new Random(1).nextBytes(body);
        assertThat(caller.send(peer.uri("/claimed/echo"), body, null).body()).isEqualTo(body);
        assertThat(seen.only().ending()).isEqualTo(Ending.COMPLETE);
        assertThat(seen.only().requestBytes()).isEqualTo(body);
        assertThat(seen.only().responseBytes()).isEqualTo(body);
    }

    private void aStream() throws Exception {
        // Some libraries have no stream before its first bytes.
        peer.openGate();
        try (InputStream stream = caller.open(peer.uri("/claimed/gated?parts=3"), new byte[] {'1'})) {
            for (int part = 1; part <= 3; part++) {
                assertThat(readPart(stream)).isEqualTo(HttpPeer.PART);
                RecordedExchange exchange = seen.exchanges().get(0);
                assertThat(exchange.isOver()).isFalse();
                assertThat(exchange.responseBytes()).asString(UTF_8).isEqualTo(HttpPeer.PART.repeat(part));
                peer.openGate();
            }
            assertThat(stream.read()).isEqualTo(-1);
        }
        assertThat(seen.only().ending()).isEqualTo(Ending.COMPLETE);
        assertThat(seen.only().isResponseWhole()).isTrue();
        assertThat(seen.only().responseBytes()).asString(UTF_8).isEqualTo(HttpPeer.PART.repeat(3));
        assertThat(seen.only().responseParts()).isEqualTo(3);
    }

    /** Not by {@code readNBytes}, which ends with a read of nothing, for which Apache's streams wait for more. */
    private static String readPart(InputStream stream) throws Exception {
        byte[] part = new byte[HttpPeer.PART.length()];
        int length = 0;
        while (length < part.length) {
            int count = stream.read(part, length, part.length - length);
            assertThat(count).isPositive();
            length += count;
        }
        return new String(part, UTF_8);
    }

    private void aClosedStream() throws Exception {
        peer.openGate();
        InputStream stream = caller.open(peer.uri("/claimed/gated?parts=100"), new byte[] {'1'});
        assertThat(readPart(stream)).isEqualTo(HttpPeer.PART);
        stream.close();
        // Some libraries notice by the next piece.
        peer.openGate();
        assertThat(seen.only().ending()).as(() -> "" + seen.only().failure()).isEqualTo(Ending.CANCELLED);
        assertThat(seen.only().status()).isEqualTo(200);
        assertThat(seen.only().isResponseWhole()).isFalse();
    }

    private void redirects() throws Exception {
        if (!caller.followsRedirects()) {
            assertThat(post("/claimed/redirect?status=307&to=/claimed/echo", "{}")
                            .status())
                    .isEqualTo(307);
            assertThat(seen.only().status()).isEqualTo(307);
            assertThat(seen.only().header("location")).isEqualTo("/claimed/echo");
            assertThat(seen.only().ending()).isEqualTo(Ending.COMPLETE);
            return;
        }
        boolean repeats = caller.repeatsPosts();
        byte[] body = repeats ? "again".getBytes(UTF_8) : null;
        Reply reply = caller.send(peer.uri("/claimed/redirect?status=307&to=/claimed/echo"), body, null);
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).asString(UTF_8).isEqualTo(repeats ? "again" : "");
        RecordedExchange exchange = seen.only();
        assertThat(exchange.ending()).isEqualTo(Ending.COMPLETE);
        assertThat(exchange.path()).isEqualTo("/claimed/redirect");
        assertThat(exchange.requests()).isEqualTo(repeats ? 2 : 0);
        assertThat(exchange.heads()).isEqualTo(1);
        assertThat(exchange.status()).isEqualTo(200);
        assertThat(exchange.requestBytes()).asString(UTF_8).isEqualTo(repeats ? "again" : "");
        assertThat(exchange.responseBytes()).asString(UTF_8).isEqualTo(repeats ? "again" : "");
    }

    private void encodedBodies() throws Exception {
        String plain = "packed ".repeat(1_000);
        for (String encoding : new String[] {"gzip", "deflate", "br"}) {
            seen.clear();
            if (caller.refuses(encoding)) {
                assertThatThrownBy(() -> post("/claimed/encoded?encoding=" + encoding, plain))
                        .isNotNull();
                assertThat(seen.only().ending()).isEqualTo(Ending.FAILED);
                continue;
            }
            byte[] body = post("/claimed/encoded?encoding=" + encoding, plain).body();
            boolean opaque = encoding.equals("br");
            assertThat(body)
                    .as(encoding)
                    .isEqualTo(caller.decodes(encoding) || opaque ? plain.getBytes(UTF_8) : peer.lastSent());
            assertThat(seen.only().ending()).isEqualTo(Ending.COMPLETE);
            assertThat(seen.only().isOpaque()).as(encoding).isEqualTo(opaque);
            assertThat(seen.only().responseBytes()).asString(UTF_8).as(encoding).isEqualTo(opaque ? "" : plain);
        }
    }

    private void decodedBody() throws Exception {
        String plain = "packed ".repeat(1_000);
        Reply reply = caller.sendDecoding(peer.uri("/claimed/encoded?encoding=gzip"), plain.getBytes(UTF_8));
        assumeTrue(reply != null, "it cannot be asked");
        assertThat(reply.body()).asString(UTF_8).isEqualTo(plain);
        assertThat(seen.only().responseBytes()).asString(UTF_8).isEqualTo(plain);
        assertThat(seen.only().ending()).isEqualTo(Ending.COMPLETE);
    }

    private void errors() throws Exception {
        for (int code : new int[] {429, 500}) {
            seen.clear();
            assertThat(post("/claimed/status?code=" + code, "sorry").status()).isEqualTo(code);
            assertThat(seen.only().status()).isEqualTo(code);
            assertThat(seen.only().header("x-request-id")).isEqualTo("r1");
            assertThat(seen.only().ending()).isEqualTo(Ending.COMPLETE);
            assertThat(seen.only().responseBytes()).asString(UTF_8).isEqualTo("sorry");
        }
    }

    private void withoutBodies() throws Exception {
        assertThat(caller.send(peer.uri("/claimed/empty"), null, null).status()).isEqualTo(204);
        RecordedExchange exchange = seen.only();
        assertThat(exchange.method()).isEqualTo("GET");
        assertThat(exchange.requests()).isZero();
        assertThat(exchange.requestBytes()).isEmpty();
        assertThat(exchange.status()).isEqualTo(204);
        assertThat(exchange.header("x-request-id")).isEqualTo("r1");
        assertThat(exchange.ending()).isEqualTo(Ending.COMPLETE);
        seen.clear();

        Reply empty = caller.send(peer.uri("/claimed/echo"), null, null);
        assertThat(empty.status()).isEqualTo(200);
        assertThat(empty.body()).isEmpty();
        assertThat(seen.only().status()).isEqualTo(200);
        assertThat(seen.only().responseBytes()).isEmpty();
        assertThat(seen.only().ending()).isEqualTo(Ending.COMPLETE);
    }

    private void refused() {
        assertThatThrownBy(() -> caller.send(HttpPeer.closedPort("/claimed/x"), new byte[] {'1'}, null))
                .isNotNull();
        assertThat(seen.only().ending()).isEqualTo(Ending.FAILED);
        assertThat(seen.only().status()).isZero();
        assertThat(seen.only().failure()).hasStackTraceContaining(caller.refusal());
    }

    private void timedOut() throws Exception {
        assumeTrue(caller.timesOut(), "it does not time out");
        assertThatThrownBy(() -> caller.send(peer.uri("/claimed/silent"), new byte[] {'1'}, SHORT))
                .isNotNull();
        assertThat(seen.only().ending()).isEqualTo(Ending.FAILED);
        assertThat(seen.only().failure()).hasStackTraceContaining("Timeout");
        peer.awaitSilent();
        assertThat(seen.only().requests()).isEqualTo(1);
    }

    private void givenUp() throws Exception {
        Runnable call = caller.start(peer.uri("/claimed/silent"), new byte[] {'1'});
        assumeTrue(call != null, "it cannot be given up");
        peer.awaitSilent();
        call.run();
        assertThat(seen.only().ending()).as(() -> "" + seen.only().failure()).isEqualTo(Ending.CANCELLED);
        assertThat(seen.only().status()).isZero();
    }

    private void breaksOff() {
        assertThatThrownBy(() -> post("/claimed/broken", "{}")).isNotNull();
        assertThat(seen.only().ending()).isEqualTo(Ending.FAILED);
        assertThat(seen.only().status()).isEqualTo(200);
        assertThat(seen.only().requests()).isEqualTo(1);
        assertThat(seen.only().isResponseWhole()).isFalse();
    }

    /** What the client does with it differs: some tell the application, others end the stream. */
    private void aStreamThatIsReset() throws Exception {
        try (InputStream stream = caller.open(peer.uri("/claimed/reset?parts=1"), new byte[] {'1'})) {
            peer.openGate();
            assertThat(readPart(stream)).isEqualTo(HttpPeer.PART);
            peer.openGate();
            assertThat(stream.read()).isEqualTo(-1);
        } catch (IOException reset) {
            assertThat(reset).isNotNull();
        }
        RecordedExchange exchange = seen.only();
        assertThat(exchange.ending()).as(() -> "" + exchange.failure()).isEqualTo(Ending.FAILED);
        assertThat(exchange.status()).isEqualTo(200);
        assertThat(exchange.responseBytes()).asString(UTF_8).isEqualTo(HttpPeer.PART);
        assertThat(exchange.isResponseWhole()).isFalse();
    }

    private void besideOneThatIsGivenUp() throws Exception {
        Runnable call = caller.start(peer.uri("/claimed/silent"), new byte[] {'1'});
        peer.awaitSilent();
        RecordedExchange silent = seen.exchanges().get(0);
        assertThat(post("/claimed/echo", "beside").body()).asString(UTF_8).isEqualTo("beside");
        assertThat(silent.isOver()).isFalse();
        call.run();
        assertThat(silent.awaitEnd().ending()).isEqualTo(Ending.CANCELLED);
        assertThat(post("/claimed/echo", "after").body()).asString(UTF_8).isEqualTo("after");
        assertThat(seen.exchanges()).hasSize(3);
        for (RecordedExchange beside : seen.exchanges().subList(1, 3)) {
            assertThat(beside.awaitEnd().ending()).isEqualTo(Ending.COMPLETE);
            assertThat(beside.responseBytes()).isEqualTo(beside.requestBytes());
        }
    }
}
