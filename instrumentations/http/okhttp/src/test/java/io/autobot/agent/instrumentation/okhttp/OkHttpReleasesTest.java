package io.autobot.agent.instrumentation.okhttp;

import static org.assertj.core.api.Assertions.assertThat;

import io.autobot.agent.http.HttpConversation.Ending;
import io.autobot.agent.testkit.http.HttpCallers;
import io.autobot.agent.testkit.http.HttpPeer;
import io.autobot.agent.testkit.http.RecordingProtocol;
import io.autobot.agent.testkit.inprocess.ReleaseHooks;
import io.autobot.agent.testkit.inprocess.WeavingExtension;
import io.autobot.agent.testkit.library.LibraryLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each release does what a transport has to do, and its hooks fit. */
class OkHttpReleasesTest {
    private final RecordingProtocol seen = new RecordingProtocol();

    @RegisterExtension
    final WeavingExtension agent =
            WeavingExtension.of(new OkHttpInstrumentation()).recording(seen);

    @TestFactory
    Stream<DynamicContainer> contract() {
        return new HttpCallers(OkHttpSession.class, OkHttpReleases::files).contract(seen, OkHttpReleases.all());
    }

    @TestFactory
    Stream<DynamicTest> http2() {
        return new HttpCallers(OkHttp2Session.class, OkHttpReleases::files).http2(seen, OkHttpReleases.NEWEST);
    }

    @Test
    void everyHookFitsARelease() throws Exception {
        ReleaseHooks hooks = new ReleaseHooks(new OkHttpInstrumentation(), OkHttpReleases::files);
        assertThat(hooks.link("3.0.0")).hasSize(4);
        assertThat(hooks.link("3.12.13")).hasSize(4);
        assertThat(hooks.link("3.14.9")).hasSize(3);
        assertThat(hooks.link("4.12.0")).hasSize(3);
        assertThat(hooks.link("5.5.1")).hasSize(3);
        assertThat(hooks.idle(OkHttpReleases.EVERY)).isEmpty();
    }

    /** Before 3.14 a call tells that its own time is up only when it has passed what is hooked. */
    @ParameterizedTest
    @ValueSource(strings = {"3.12.13", "5.5.1"})
    void theTimeOfTheWholeCallIsNoCancellation(String release) {
        try (HttpPeer peer = HttpPeer.start();
                LibraryLoader library = LibraryLoader.of(OkHttpReleases.files(release), CallTimeoutSession.class)) {
            String silent = peer.uri("/claimed/silent").toString();
            assertThat(library.run(CallTimeoutSession.class, silent)).isEqualTo("timeout");
        }
        assertThat(seen.only().ending()).isEqualTo(Ending.FAILED);
    }
}
