package io.autobot.agent.gate;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.autobot.agent.spi.Instrumentation;
import io.autobot.agent.status.Group;
import java.util.List;
import org.junit.jupiter.api.Test;

class GateIndexTest {
    private static final Instrumentation ONE =
            description -> description.name("one").feeds(Group.REDIS).library("g:one", "1.0", "2.0");

    @Test
    void nameThatIsThereTwiceIsRefused() {
        assertThatThrownBy(() -> GateIndex.of(List.of(ONE, ONE)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("one");
    }
}
