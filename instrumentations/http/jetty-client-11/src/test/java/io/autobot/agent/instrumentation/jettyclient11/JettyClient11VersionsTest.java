package io.autobot.agent.instrumentation.jettyclient11;

import static org.assertj.core.api.Assertions.assertThat;

import io.autobot.agent.testkit.inprocess.ReleaseHooks;
import io.autobot.agent.testkit.inprocess.WeavingExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The hooks in the classes of each release, without using them. */
class JettyClient11VersionsTest {
    @RegisterExtension
    final WeavingExtension agent = WeavingExtension.of(new JettyClient11Instrumentation());

    @Test
    void everyHookFitsSomewhereAndNoReleaseLacksOne() throws Exception {
        ReleaseHooks hooks = new ReleaseHooks(new JettyClient11Instrumentation(), JettyClient11Releases::files);
        for (String release : JettyClient11Releases.all()) {
            assertThat(hooks.link(release)).as(release).isNotEmpty();
        }
        assertThat(hooks.idle(JettyClient11Releases.all())).isEmpty();
    }
}
