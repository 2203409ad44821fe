package io.autobot.agent.testkit.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.autobot.agent.http.HttpConversation.Ending;
import io.autobot.agent.testkit.library.Unloading;
import java.io.InputStream;

/** Nothing of ours keeps a library that the application has used and dropped. */
public final class HttpUnloadingContract {
    private HttpUnloadingContract() {}

    /**
     * Uses the library in a thread of its own, in which it may leave what it likes, and waits until its loader is gone.
     *
     * @param callers of clients that end their threads when they are closed
     */
    public static void check(RecordingProtocol seen, HttpCallers callers, String release) throws Exception {
        try (HttpPeer peer = HttpPeer.start()) {
            check(seen, callers, release, peer);
        }
    }

    /** As {@link #check(RecordingProtocol, HttpCallers, String)}, with a peer that speaks what the clients speak. */
    public static void check(RecordingProtocol seen, HttpCallers callers, String release, HttpPeer peer)
            throws Exception {
        Unloading library = Unloading.after(() -> {
            ClassLoader[] loader = new ClassLoader[1];
            callers.use(release, caller -> {
                loader[0] = caller.getClass().getClassLoader();
                use(peer, caller);
            });
            return loader[0];
        });
        assertThat(seen.exchanges())
                .extracting(exchange -> exchange.awaitEnd().ending())
                .containsExactly(Ending.COMPLETE, Ending.CANCELLED, Ending.CANCELLED, Ending.FAILED);
        seen.clear();
        library.awaitCollected();
    }

    private static void use(HttpPeer peer, HttpCaller caller) throws Exception {
        byte[] body = "{}".getBytes(UTF_8);
        assertThat(caller.send(peer.uri("/claimed/echo"), body, null).body()).isEqualTo(body);
        try (InputStream stream = caller.open(peer.uri("/claimed/gated?parts=9"), body)) {
            peer.openGate();
            assertThat(stream.read()).isEqualTo(HttpPeer.PART.charAt(0));
        }
        peer.openGate();
        Runnable givingUp = caller.start(peer.uri("/claimed/silent"), body);
        peer.awaitSilent();
        givingUp.run();
        try {
            caller.send(HttpPeer.closedPort("/claimed/x"), body, null);
            throw new AssertionError("somebody listens there");
        } catch (Exception refused) {
            assertThat(refused).isNotNull();
        }
    }
}
