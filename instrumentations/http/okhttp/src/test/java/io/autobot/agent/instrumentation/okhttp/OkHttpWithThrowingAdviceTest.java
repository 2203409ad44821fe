package io.autobot.agent.instrumentation.okhttp;

import static org.assertj.core.api.Assertions.assertThat;

import io.autobot.agent.testkit.http.HttpCallers;
import io.autobot.agent.testkit.http.HttpThrowingAdviceContract;
import io.autobot.agent.testkit.http.RecordingProtocol;
import io.autobot.agent.testkit.inprocess.WeavingExtension;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The library does what it does when every advice throws. */
class OkHttpWithThrowingAdviceTest {
    private final RecordingProtocol seen = new RecordingProtocol();

    @RegisterExtension
    final WeavingExtension agent =
            WeavingExtension.of(new OkHttpInstrumentation()).recording(seen).withThrowingAdvice();

    @ParameterizedTest
    @MethodSource("io.autobot.agent.instrumentation.okhttp.OkHttpReleases#all")
    void theApplicationDoesNotNotice(String release) throws Exception {
        new HttpCallers(OkHttpSession.class, OkHttpReleases::files)
                .use(release, caller -> HttpThrowingAdviceContract.check(seen, caller));
        // Eight calls, and the sinks of the bodies of most.
        assertThat(agent.swallowed()).hasSizeGreaterThanOrEqualTo(14);
    }
}
