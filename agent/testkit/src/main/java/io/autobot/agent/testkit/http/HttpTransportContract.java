package io.autobot.agent.testkit.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.autobot.agent.http.HttpConversation.Ending;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What every transport has to show, whatever its library: what the peer sent and got is what the agent saw and what the
 * application has. A subclass weaves and says who calls.
 */
public abstract class HttpTransportContract {
    protected final RecordingProtocol seen;
    protected final HttpCaller caller;
    protected final HttpPeer peer = HttpPeer.start();

    /** @param seen what the woven agent records to */
    protected HttpTransportContract(RecordingProtocol seen, HttpCaller caller) {
        this.seen = seen;
        this.caller = caller;
    }

    @BeforeEach
    void forget() {
        seen.clear();
    }

    @AfterEach
    void stop() {
        peer.close();
    }

    /** Some text as bytes. */
    protected static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    @Test
    void aCall() throws Exception {
        HttpCaller.Reply reply = caller.call(peer.uri("/claimed/echo?a=b"), bytes("{\"a\":1}"));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).asString(UTF_8).isEqualTo("{\"a\":1}");
        RecordedExchange exchange = seen.only();
        assertThat(exchange.ending()).isEqualTo(Ending.COMPLETE);
        assertThat(exchange.method()).isEqualTo("POST");
        assertThat(exchange.host()).isEqualTo("localhost");
        assertThat(exchange.port()).isEqualTo(peer.port());
        assertThat(exchange.path()).isEqualTo("/claimed/echo");
        assertThat(exchange.requestContentType()).startsWith("application/json");
        assertThat(exchange.requests()).isEqualTo(1);
        assertThat(exchange.requestBytes()).asString(UTF_8).isEqualTo("{\"a\":1}");
        assertThat(exchange.heads()).isEqualTo(1);
        assertThat(exchange.status()).isEqualTo(200);
        assertThat(exchange.header("content-type")).isEqualTo("application/json");
        assertThat(exchange.responseBytes()).asString(UTF_8).isEqualTo("{\"a\":1}");
        assertThat(exchange.isResponseWhole()).isTrue();
    }

    @Test
    void anUnclaimedCallIsLeftAlone() throws Exception {
        int before = seen.asked();
        assertThat(caller.call(peer.uri("/echo"), bytes("x")).body())
                .asString(UTF_8)
                .isEqualTo("x");
        assertThat(seen.asked()).isEqualTo(before + 1);
        assertThat(seen.exchanges()).isEmpty();
    }

    @Test
    void withoutABodyEitherWay() throws Exception {
        assertThat(caller.call(peer.uri("/claimed/empty"), null).status()).isEqualTo(204);
        RecordedExchange exchange = seen.only();
        assertThat(exchange.method()).isEqualTo("GET");
        assertThat(exchange.requestBytes()).isEmpty();
        assertThat(exchange.status()).isEqualTo(204);
        assertThat(exchange.header("x-request-id")).isEqualTo("r1");
        assertThat(exchange.ending()).isEqualTo(Ending.COMPLETE);
        seen.clear();

        assertThat(caller.call(peer.uri("/claimed/echo"), null).body()).isEmpty();
        assertThat(seen.only().status()).isEqualTo(200);
        assertThat(seen.only().ending()).isEqualTo(Ending.COMPLETE);
    }

    @Test
    void severalCallsOneAfterTheOther() throws Exception {
        for (int call = 0; call < 5; call++) {
            caller.call(peer.uri("/claimed/echo"), bytes("call " + call));
            assertThat(seen.exchanges()).hasSize(call + 1);
            RecordedExchange exchange = seen.exchanges().get(call).awaitEnd();
            assertThat(exchange.ending()).isEqualTo(Ending.COMPLETE);
            assertThat(exchange.requestBytes()).asString(UTF_8).isEqualTo("call " + call);
            assertThat(exchange.responseBytes()).asString(UTF_8).isEqualTo("call " + call);
        }
    }

    @Test
    void anErrorIsAReply() throws Exception {
        assertThat(caller.call(peer.uri("/claimed/status?code=500"), bytes("{}"))
                        .status())
                .isEqualTo(500);
        assertThat(seen.only().status()).isEqualTo(500);
        assertThat(seen.only().responseBytes()).asString(UTF_8).isEqualTo("{}");
        assertThat(seen.only().ending()).isEqualTo(Ending.COMPLETE);
    }

    @Test
    void aBigBody() throws Exception {
        byte[] body = bytes("0123456789abcdef".repeat(50_000));
        // Not compared by an assertion that shows both: they are long.
        assertThat(Arrays.mismatch(caller.call(peer.uri("/claimed/echo"), body).body(), body))
                .isEqualTo(-1);
        assertThat(seen.only().ending()).isEqualTo(Ending.COMPLETE);
        assertThat(Arrays.mismatch(seen.only().requestBytes(), body)).isEqualTo(-1);
        assertThat(Arrays.mismatch(seen.only().responseBytes(), body)).isEqualTo(-1);
    }

    @Test
    void aStream() throws Exception {
        peer.openGate();
        HttpCaller.Pieces pieces = caller.stream(peer.uri("/claimed/gated?parts=3"), bytes("{}"));
        for (int part = 1; part <= 3; part++) {
            assertThat(next(pieces)).isEqualTo(HttpPeer.PART);
            assertThat(seen.exchanges().get(0).isOver()).isFalse();
            assertThat(seen.exchanges().get(0).responseBytes()).asString(UTF_8).isEqualTo(HttpPeer.PART.repeat(part));
            peer.openGate();
        }
        assertThat(pieces.next()).isEmpty();
        assertThat(seen.only().ending()).isEqualTo(Ending.COMPLETE);
        assertThat(seen.only().isResponseWhole()).isTrue();
    }

    /** One part of the gated reply, in however many pieces it comes. */
    private static String next(HttpCaller.Pieces pieces) throws Exception {
        ByteArrayOutputStream part = new ByteArrayOutputStream();
        while (part.size() < HttpPeer.PART.length()) {
            byte[] piece = pieces.next();
            assertThat(piece).isNotEmpty();
            part.write(piece);
        }
        return part.toString(UTF_8);
    }

    @Test
    void aStreamTheApplicationGivesUp() throws Exception {
        peer.openGate();
        HttpCaller.Pieces pieces = caller.stream(peer.uri("/claimed/gated?parts=100"), bytes("{}"));
        assertThat(next(pieces)).isEqualTo(HttpPeer.PART);
        pieces.giveUp();
        // Some see only then that nobody listens.
        peer.openGate();
        assertThat(seen.only().ending()).as(() -> "" + seen.only().failure()).isEqualTo(Ending.CANCELLED);
        assertThat(seen.only().status()).isEqualTo(200);
        assertThat(seen.only().isResponseWhole()).isFalse();
    }

    @Test
    void redirectsAreOneExchange() throws Exception {
        boolean resends = caller.resendsBodies();
        byte[] body = resends ? bytes("again") : null;
        assertThat(caller.call(peer.uri("/claimed/redirect?status=307&to=/claimed/echo"), body)
                        .body())
                .asString(UTF_8)
                .isEqualTo(resends ? "again" : "");
        RecordedExchange exchange = seen.only();
        if (resends) {
            assertThat(exchange.requests()).isEqualTo(2);
            assertThat(exchange.requestBytes()).asString(UTF_8).isEqualTo("again");
            assertThat(exchange.responseBytes()).asString(UTF_8).isEqualTo("again");
        }
        assertThat(exchange.heads()).isEqualTo(1);
        assertThat(exchange.status()).isEqualTo(200);
        assertThat(exchange.ending()).isEqualTo(Ending.COMPLETE);
    }

    @Test
    void encodedBodiesReachTheApplicationAsTheyCame() throws Exception {
        String text = "packed ".repeat(1_000);
        for (String encoding : new String[] {"gzip", "deflate"}) {
            assertThat(caller.call(peer.uri("/claimed/encoded?encoding=" + encoding), bytes(text))
                            .body())
                    .isEqualTo(peer.lastSent());
            assertThat(seen.only().responseBytes()).asString(UTF_8).isEqualTo(text);
            assertThat(seen.only().ending()).isEqualTo(Ending.COMPLETE);
            seen.clear();
        }
        caller.call(peer.uri("/claimed/encoded?encoding=br"), bytes("x"));
        assertThat(seen.only().isOpaque()).isTrue();
        assertThat(seen.only().responseBytes()).isEmpty();
        assertThat(seen.only().ending()).isEqualTo(Ending.COMPLETE);
    }

    @Test
    void aBodyThatTheLibraryDecodes() throws Exception {
        String text = "packed ".repeat(1_000);
        assertThat(caller.callDecoding(peer.uri("/claimed/encoded?encoding=gzip"), bytes(text))
                        .body())
                .asString(UTF_8)
                .isEqualTo(text);
        assertThat(seen.only().responseBytes()).asString(UTF_8).isEqualTo(text);
        assertThat(seen.only().ending()).isEqualTo(Ending.COMPLETE);
    }

    @Test
    void refused() {
        assertThatThrownBy(() -> caller.call(HttpPeer.closedPort("/claimed/x"), bytes("{}")));
        assertThat(seen.only().ending()).isEqualTo(Ending.FAILED);
        assertThat(seen.only().failure()).isNotNull();
        assertThat(seen.only().status()).isZero();
    }

    @Test
    void timedOut() {
        assertThatThrownBy(() -> caller.callWithin(200, peer.uri("/claimed/silent"), bytes("{}")));
        assertThat(seen.only().ending()).isEqualTo(Ending.FAILED);
        assertThat(seen.only().failure()).hasStackTraceContaining("Timeout");
        assertThat(seen.only().status()).isZero();
    }

    @Test
    void givenUpBeforeTheReply() throws Exception {
        AutoCloseable call = caller.begin(peer.uri("/claimed/silent"), bytes("{}"));
        peer.awaitSilent();
        call.close();
        assertThat(seen.only().ending()).as(() -> "" + seen.only().failure()).isEqualTo(Ending.CANCELLED);
        assertThat(seen.only().status()).isZero();
    }

    @Test
    void aReplyThatBreaksOff() {
        assertThatThrownBy(() -> caller.call(peer.uri("/claimed/broken"), bytes("{}")));
        assertThat(seen.only().ending()).isEqualTo(Ending.FAILED);
        assertThat(seen.only().status()).isEqualTo(200);
        assertThat(seen.only().isResponseWhole()).isFalse();
    }
}
