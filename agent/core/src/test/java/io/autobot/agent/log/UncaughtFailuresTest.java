package io.autobot.agent.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class UncaughtFailuresTest {
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @AfterEach
    void restore() {
        AgentLog.sink(null);
    }

    @Test
    void aThreadThatDiesIsOneLineNamingItAndTheCause() throws InterruptedException {
        AgentLog.sink(new PrintStream(printed, true, StandardCharsets.UTF_8));
        for (int i = 0; i < 3; i++) {
            Thread dying = new Thread(
                    () -> {
                        throw new IllegalStateException("boom");
                    },
                    "autobot-dying");
            dying.setUncaughtExceptionHandler(UncaughtFailures.HANDLER);
            dying.start();
            dying.join();
        }

        assertThat(printed.toString(StandardCharsets.UTF_8).lines())
                .hasSize(1)
                .first()
                .asString()
                .contains("autobot-dying", "IllegalStateException: boom", "the service is not affected");
    }
}
