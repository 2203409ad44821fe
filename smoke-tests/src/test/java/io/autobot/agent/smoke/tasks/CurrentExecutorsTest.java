package io.autobot.agent.smoke.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.autobot.agent.smoke.loaders.Programs;
import io.autobot.agent.testkit.jvm.ForkedJvm;
import io.autobot.agent.testkit.jvm.ForkedJvms;
import io.autobot.agent.testkit.jvm.Jdks;
import io.autobot.agent.testkit.scrape.Scrape;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What executors can only do on newer JDKs, under the finished jar. About 4 s. */
class CurrentExecutorsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int CURRENT = 25;

    @RegisterExtension
    final ForkedJvms jvms = new ForkedJvms();

    private static Map<String, Double> executed(Scrape scrape) {
        return scrape.find("autobot_tasks_executed_total").stream()
                .filter(sample -> sample.value() > 0)
                .filter(sample -> !"early".equals(sample.labels().get("agent_type")))
                .collect(Collectors.toMap(
                        sample -> sample.labels().get("agent_type") + " "
                                + sample.labels().get("task_type") + " "
                                + sample.labels().get("status"),
                        sample -> sample.value()));
    }

    @Test
    void eachTaskCountsOnce() throws Exception {
        ForkedJvm jvm = jvms.start(ForkedJvm.on(Jdks.of(CURRENT))
                .agent("port=0,executors.delay=0s")
                .classPath(List.of(Programs.compile(List.of(), "tasks/CurrentExecutors.java")))
                .main("tasks.CurrentExecutors"));
        jvm.awaitStdout("ready"::equals, PATIENCE);
        await().atMost(PATIENCE)
                .until(() -> Scrape.get(jvm.endpointUrl() + "/metrics")
                                .sum("autobot_tasks_executed_total", "agent_type", "early")
                        > 0);
        jvm.send("go");
        jvm.awaitStdout("done"::equals, PATIENCE);

        await().atMost(PATIENCE).untilAsserted(() -> {
            Scrape scrape = Scrape.get(jvm.endpointUrl() + "/metrics");
            assertThat(executed(scrape))
                    .isEqualTo(Map.of(
                            "virtual Order success", 2.0,
                            "virtual Sleeper cancelled", 3.0,
                            // When that executor refuses them, no other has run their like.
                            "virtual Order rejected", 3.0,
                            "ForkJoinPool Order success", 3.0,
                            "ForkJoinPool Tick success", 6.0,
                            "ForkJoinPool Tick failed", 2.0,
                            "unknown Late cancelled", 2.0));
            assertThat(scrape.sum("autobot_active_tasks")).isZero();
            assertThat(scrape.sum("autobot_agent_errors_total")).isZero();
        });
    }
}
