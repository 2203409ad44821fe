package io.autobot.agent.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import io.autobot.agent.config.Config;
import io.autobot.agent.config.Sources;
import io.autobot.agent.metrics.Histograms;
import io.autobot.agent.metrics.SeriesGuard;
import org.junit.jupiter.api.Test;

class ThreadRunTest {
    private final TasksDomain domain =
            new TasksDomain(new SeriesGuard(100), new Histograms(family -> null), Config.load(new Sources()));
    private final ThreadRun run = domain.threadRun();
    private final TaskKind outer = domain.kind("outer", "scheduler");
    private final TaskKind inner = domain.kind("inner", "scheduler");

    @Test
    void endsOnce() {
        assertThat(run.begin(outer)).isZero();
        assertThat(outer.active()).isEqualTo(1);
        run.end(TaskStatus.SUCCESS);
        run.end(TaskStatus.FAILED);
        assertThat(outer.active()).isZero();
        assertThat(outer.ended(TaskStatus.SUCCESS)).isEqualTo(1);
        assertThat(outer.ended(TaskStatus.FAILED)).isZero();
    }

    @Test
    void whatRunsWithinAnotherLeavesItAsItWas() {
        run.begin(outer);
        long around = run.begin(inner);
        run.end(TaskStatus.FAILED);
        run.leave(around);
        assertThat(inner.ended(TaskStatus.FAILED)).isEqualTo(1);
        assertThat(outer.active()).isEqualTo(1);
        run.end(TaskStatus.SUCCESS);
        assertThat(outer.ended(TaskStatus.SUCCESS)).isEqualTo(1);
        assertThat(outer.active()).isZero();
    }

    @Test
    void eachThreadHasItsOwn() throws InterruptedException {
        run.begin(outer);
        Thread other = new Thread(() -> run.end(TaskStatus.FAILED));
        other.start();
        other.join();
        assertThat(outer.active()).isEqualTo(1);
    }
}
