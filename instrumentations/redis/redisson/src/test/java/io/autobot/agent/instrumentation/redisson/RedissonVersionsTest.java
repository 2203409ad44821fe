package io.autobot.agent.instrumentation.redisson;

import static org.assertj.core.api.Assertions.assertThat;

import io.autobot.agent.status.InstrumentationStatus;
import io.autobot.agent.status.InstrumentationStatus.State;
import io.autobot.agent.testkit.inprocess.CallSites;
import io.autobot.agent.testkit.inprocess.ReleaseHooks;
import io.autobot.agent.testkit.inprocess.WeavingExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every hook in every release of Redisson. No server is involved. */
class RedissonVersionsTest {
    /** One for all: an agent of each test's own would weave the classes of all releases before it once more. */
    @RegisterExtension
    static final WeavingExtension AGENT = WeavingExtension.of(new RedissonInstrumentation());

    private static final ReleaseHooks HOOKS = new ReleaseHooks(new RedissonInstrumentation(), RedissonReleases::files);

    @ParameterizedTest
    @MethodSource("io.autobot.agent.instrumentation.redisson.RedissonReleases#all")
    void everyHookFitsAndEveryMemberIsThere(String release) throws Exception {
        assertThat(HOOKS.link(release)).extracting(CallSites.Site::advice).contains(ReplyAdvice.class.getName());
        assertThat(AGENT.status().instrumentations())
                .singleElement()
                .returns(State.ACTIVE, InstrumentationStatus::state);
    }

    @Test
    void noHookIsIdleInAllReleases() throws Exception {
        assertThat(HOOKS.idle(RedissonReleases.outermost())).isEmpty();
    }
}
