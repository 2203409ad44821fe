package io.autobot.agent.instrumentation.jettyclient;

import static org.assertj.core.api.Assertions.assertThat;

import io.autobot.agent.testkit.inprocess.ReleaseHooks;
import io.autobot.agent.testkit.inprocess.WeavingExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The hooks in the classes of each release, without using them. */
class JettyClientVersionsTest {
    @RegisterExtension
    final WeavingExtension agent = WeavingExtension.of(new JettyClientInstrumentation());

    @Test
    void everyHookFitsSomewhereAndNoReleaseLacksOne() throws Exception {
        ReleaseHooks hooks = new ReleaseHooks(new JettyClientInstrumentation(), JettyClientReleases::files);
        for (String release : JettyClientReleases.all()) {
            assertThat(hooks.link(release)).as(release).isNotEmpty();
        }
        assertThat(hooks.idle(JettyClientReleases.all())).isEmpty();
    }
}
