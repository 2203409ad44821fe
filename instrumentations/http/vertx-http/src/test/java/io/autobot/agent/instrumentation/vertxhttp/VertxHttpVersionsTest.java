package io.autobot.agent.instrumentation.vertxhttp;

import static org.assertj.core.api.Assertions.assertThat;

import io.autobot.agent.testkit.inprocess.ReleaseHooks;
import io.autobot.agent.testkit.inprocess.WeavingExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The hooks in the classes of each release, without using them. */
class VertxHttpVersionsTest {
    @RegisterExtension
    final WeavingExtension agent = WeavingExtension.of(new VertxHttpInstrumentation());

    @Test
    void everyHookFitsSomewhereAndNoReleaseLacksOne() throws Exception {
        ReleaseHooks hooks = new ReleaseHooks(new VertxHttpInstrumentation(), VertxHttpReleases::files);
        for (String release : VertxHttpReleases.linked()) {
            assertThat(hooks.link(release)).as(release).isNotEmpty();
        }
        assertThat(hooks.idle(VertxHttpReleases.linked())).isEmpty();
    }
}
