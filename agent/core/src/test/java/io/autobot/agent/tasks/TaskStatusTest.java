package io.autobot.agent.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.UndeclaredThrowableException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

class TaskStatusTest {
    @Test
    void whatATaskThrowsSaysHowItEnded() {
        assertThat(TaskStatus.of(null)).isEqualTo(TaskStatus.SUCCESS);
        assertThat(TaskStatus.of(new IllegalStateException())).isEqualTo(TaskStatus.FAILED);
        assertThat(TaskStatus.of(new ExecutionException(null))).isEqualTo(TaskStatus.FAILED);
        assertThat(TaskStatus.of(new InterruptedException())).isEqualTo(TaskStatus.CANCELLED);
        assertThat(TaskStatus.of(new UndeclaredThrowableException(new InterruptedException())))
                .isEqualTo(TaskStatus.CANCELLED);
    }

    @Test
    void somethingElseThatWasCancelledOrInterruptedIsAFailureOfTheTask() {
        assertThat(TaskStatus.of(new CancellationException())).isEqualTo(TaskStatus.FAILED);
        assertThat(TaskStatus.of(new IllegalStateException(new InterruptedException())))
                .isEqualTo(TaskStatus.FAILED);
    }
}
