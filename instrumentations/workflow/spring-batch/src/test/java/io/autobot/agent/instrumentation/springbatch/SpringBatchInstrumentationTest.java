package io.autobot.agent.instrumentation.springbatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.autobot.agent.status.InstrumentationStatus.State;
import io.autobot.agent.testkit.inprocess.WeavingExtension;
import io.autobot.agent.testkit.library.LibraryLoader;
import io.autobot.agent.testkit.library.Unloading;
import io.autobot.agent.testkit.scrape.Sample;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.FutureTask;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the agent counts is what the job repository has in its tables. */
class SpringBatchInstrumentationTest {
    private static final String EXECUTIONS = "autobot_workflow_executions_total";
    private static final String STEPS = "autobot_workflow_steps_executed_total";
    private static final String ACTIVE = "autobot_active_workflows";

    @RegisterExtension
    final WeavingExtension agent = WeavingExtension.of(new SpringBatchInstrumentation());

    @ParameterizedTest
    @MethodSource("io.autobot.agent.instrumentation.springbatch.SpringBatchReleases#all")
    void countsWhatTheRepositoryHas(String release) throws Exception {
        List<Double> active = new ArrayList<>();
        // Makes the test's own HTTP client on this side, lest it keep the library's loader alive.
        agent.scrape();
        Map<String, Long> rows = new TreeMap<>();
        WeakReference<ClassLoader> loader =
                run(release, () -> active.add(agent.scrape().value(ACTIVE, "workflow_type", "nightly")), rows);
        Map<String, Long> executions = new TreeMap<>();
        Map<String, Long> steps = new TreeMap<>();
        rows.forEach((row, times) -> {
            String[] columns = row.split("/");
            boolean job = columns[0].equals("job");
            String status = status(columns[2], columns[3], job ? "success" : "completed");
            if (job) {
                executions.merge(columns[1] + " " + status, times, Long::sum);
            } else {
                String step = columns[1].replaceFirst(":partition\\d$", "");
                steps.merge(columns[0] + " " + step + " " + status, times, Long::sum);
            }
        });
        assertThat(executions)
                .isEqualTo(Map.of(
                        "nightly success", 2L,
                        "brittle failed", 1L,
                        "brittle success", 1L,
                        "stopped cancelled", 1L,
                        "declared failed", 1L,
                        "partitioned success", 1L,
                        "flow success", 1L,
                        "outer success", 1L,
                        "inner success", 1L,
                        "refused failed", 1L));
        assertThat(steps)
                .containsEntry("partitioned part completed", 3L)
                .containsEntry("flow risky failed", 1L)
                .containsEntry("stopped halt cancelled", 1L)
                .containsEntry("declared odd completed", 1L)
                .containsEntry("declared bad failed", 1L)
                .containsEntry("outer nested completed", 1L);
        // The repository has no row for a step that is passed over.
        steps.put("brittle prepare skipped", 1L);
        assertThat(counted(EXECUTIONS, "workflow_type", "status")).isEqualTo(executions);
        assertThat(counted(STEPS, "workflow_type", "step_type", "status")).isEqualTo(steps);
        assertThat(active).containsExactly(1.0, 1.0);
        assertThat(agent.scrape().sum(ACTIVE)).isZero();
        assertThat(agent.scrape().sum("autobot_workflow_duration_seconds_count"))
                .isEqualTo(
                        executions.values().stream().mapToLong(Long::longValue).sum());
        assertThat(agent.status().instrumentations())
                .allSatisfy(status -> assertThat(status.state()).isEqualTo(State.ACTIVE));
        Unloading.awaitCollected(loader);
    }

    /** On a thread that ends: the library leaves thread-locals behind, which would keep its loader alive. */
    private static WeakReference<ClassLoader> run(String release, Runnable whileRunning, Map<String, Long> rows)
            throws Exception {
        try (LibraryLoader library = SpringBatchReleases.loader(release)) {
            FutureTask<Map<String, Long>> session =
                    new FutureTask<>(() -> library.run(BatchSession.class, whileRunning));
            Thread thread = new Thread(session);
            thread.start();
            rows.putAll(session.get());
            thread.join();
            return new WeakReference<>(library);
        }
    }

    /** @param done the word for what came to its end */
    private static String status(String status, String exit, String done) {
        if (status.equals("STOPPED")) {
            return "cancelled";
        }
        return status.equals("COMPLETED") && !exit.equals("FAILED") ? done : "failed";
    }

    private Map<String, Long> counted(String family, String... labels) {
        return agent.scrape().find(family).stream()
                .filter(sample -> sample.value() > 0)
                .collect(Collectors.toMap(
                        sample -> named(sample, labels), sample -> (long) sample.value(), Long::sum, TreeMap::new));
    }

    private static String named(Sample sample, String... labels) {
        return Arrays.stream(labels).map(sample.labels()::get).collect(Collectors.joining(" "));
    }
}
