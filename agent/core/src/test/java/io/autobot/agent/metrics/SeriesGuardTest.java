package io.autobot.agent.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.autobot.agent.log.AgentLog;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SeriesGuardTest {
    private static final FamilyDescription FAMILY = FamilyDescription.counter("test", "autobot_guard_test_total")
            .open("name")
            .closed("status", "success", "error")
            .help("For the test.");

    @AfterEach
    void restoreLog() {
        AgentLog.sink(null);
    }

    @Test
    void roomIncludesTheFoldedSeries() {
        SeriesGuard.Family family = new SeriesGuard(10).family(FAMILY);

        int granted = 0;
        while (family.claim(2)) {
            granted += 2;
        }

        assertThat(granted).isEqualTo(8);
    }

    @Test
    void limitHoldsUnderConcurrentClaims() throws Exception {
        SeriesGuard.Family family = new SeriesGuard(1_000).family(FAMILY);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Future<Integer>> granted = new ArrayList<>();
        for (int thread = 0; thread < 8; thread++) {
            granted.add(threads.submit(() -> {
                int mine = 0;
                for (int value = 0; value < 50_000 / 8; value++) {
                    mine += family.claim(1) ? 1 : 0;
                }
                return mine;
            }));
        }
        int total = 0;
        for (Future<Integer> future : granted) {
            total += future.get();
        }
        threads.shutdown();

        assertThat(total).isEqualTo(998);
    }

    @Test
    void sameFamilyHasOneGuardAndItsFoldedEventsAddUp() {
        SeriesGuard guard = new SeriesGuard(10);
        guard.family(FAMILY).folded();
        guard.family(FAMILY).folded(4);

        assertThat(guard.folded()).containsExactlyEntriesOf(java.util.Map.of(FAMILY.name(), 5L));
    }

    @Test
    void firstRefusalWritesOneLineThatNamesTheFamilyAndTheSetting() {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        AgentLog.sink(new PrintStream(lines, true));
        FamilyDescription loud = FamilyDescription.counter("test", "autobot_guard_log_test_total")
                .open("name")
                .help("For the test.");
        SeriesGuard.Family family = new SeriesGuard(1).family(loud);

        family.claim(1);
        family.claim(1);

        assertThat(lines.toString().lines())
                .singleElement()
                .asString()
                .contains(loud.name(), "metrics.max-series-per-family");
    }
}
