package io.autobot.agent.instrumentation.reactornetty;

import static org.assertj.core.api.Assertions.assertThat;

import io.autobot.agent.testkit.inprocess.ReleaseHooks;
import io.autobot.agent.testkit.inprocess.WeavingExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The hooks in the classes of each release, without using them. */
class ReactorNettyVersionsTest {
    @RegisterExtension
    final WeavingExtension agent = WeavingExtension.of(new ReactorNettyInstrumentation());

    @Test
    void everyHookFitsSomewhereAndNoReleaseLacksOne() throws Exception {
        ReleaseHooks hooks = new ReleaseHooks(new ReactorNettyInstrumentation(), ReactorNettyReleases::files);
        for (String release : ReactorNettyReleases.all()) {
            assertThat(hooks.link(release)).as(release).isNotEmpty();
        }
        assertThat(hooks.idle(ReactorNettyReleases.all())).isEmpty();
    }
}
