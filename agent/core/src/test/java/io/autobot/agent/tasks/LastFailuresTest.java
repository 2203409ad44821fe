package io.autobot.agent.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.Test;

class LastFailuresTest {
    private final LastFailures failures = new LastFailures();

    @Test
    void theLastOneIsToldOnce() {
        failures.failed("mail", "1", new ConnectException());
        failures.failed("mail", "1", new SocketTimeoutException());
        failures.failed("mail", "2", new ConnectException());
        assertThat(failures.take("mail", "1")).isEqualTo(RetryReason.TIMEOUT);
        assertThat(failures.take("mail", "1")).isEqualTo(RetryReason.ERROR);
        assertThat(failures.take("mail", "2")).isEqualTo(RetryReason.CONNECTION);
    }

    @Test
    void theOldestIsForgotten() {
        for (int i = 0; i < 2_000; i++) {
            failures.failed("mail", String.valueOf(i), new ConnectException());
        }
        assertThat(failures.take("mail", "0")).isEqualTo(RetryReason.ERROR);
        assertThat(failures.take("mail", "1999")).isEqualTo(RetryReason.CONNECTION);
    }
}
