package io.autobot.agent.instrumentation.springtasks;

import static org.assertj.core.api.Assertions.assertThat;

import io.autobot.agent.status.InstrumentationStatus.State;
import io.autobot.agent.testkit.Matrix;
import io.autobot.agent.testkit.inprocess.WeavingExtension;
import io.autobot.agent.testkit.library.LibraryLoader;
import io.autobot.agent.testkit.library.Unloading;
import io.autobot.agent.testkit.scrape.Sample;
import io.autobot.agent.testkit.scrape.Scrape;
import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the agent counts is what the methods themselves have counted. */
class SpringTasksInstrumentationTest {
    @RegisterExtension
    final WeavingExtension agent = WeavingExtension.of(new SpringTasksInstrumentation());

    private static Map<String, Long> run(String release, Class<? extends Function<Map<String, Long>, Object>> session) {
        Map<String, Long> counted = new TreeMap<>();
        try (LibraryLoader library = SpringReleases.loader(release)) {
            library.run(session, counted);
        }
        return counted;
    }

    private static Map<String, Long> executed(Scrape scrape) {
        return scrape.find("autobot_tasks_executed_total").stream()
                .filter(sample -> sample.value() > 0)
                .collect(Collectors.toMap(
                        sample -> sample.labels().get("task_type") + " "
                                + sample.labels().get("agent_type") + " "
                                + sample.labels().get("status"),
                        sample -> (long) sample.value()));
    }

    private void agreesWith(Map<String, Long> counted, long timed) {
        Scrape scrape = agent.scrape();
        assertThat(executed(scrape)).isEqualTo(counted);
        assertThat(scrape.sum("autobot_task_duration_seconds_count")).isEqualTo(timed);
        assertThat(scrape.find("autobot_active_tasks"))
                .isNotEmpty()
                .extracting(Sample::value)
                .containsOnly(0.0);
        assertThat(agent.status().instrumentations())
                .allSatisfy(status -> assertThat(status.state()).isEqualTo(State.ACTIVE));
    }

    private static long sum(Map<String, Long> counted) {
        return counted.values().stream().mapToLong(Long::longValue).sum();
    }

    @ParameterizedTest
    @MethodSource("io.autobot.agent.instrumentation.springtasks.SpringReleases#all")
    void scheduledMethods(String release) {
        Map<String, Long> counted = run(release, ScheduledSession.class);
        assertThat(counted)
                .hasSize(6)
                .containsEntry("Jobs.endless spring-scheduled cancelled", 1L)
                .containsEntry("Others.inherited spring-scheduled success", 1L);
        agreesWith(counted, sum(counted));
    }

    @ParameterizedTest
    @MethodSource("io.autobot.agent.instrumentation.springtasks.SpringReleases#reactive")
    void scheduledMethodsWithReactiveResults(String release) {
        Map<String, Long> counted = run(release, ReactiveSession.class);
        assertThat(counted).hasSize(3).containsEntry("Jobs.endless spring-scheduled cancelled", 1L);
        agreesWith(counted, sum(counted));
    }

    @ParameterizedTest
    @MethodSource("io.autobot.agent.instrumentation.springtasks.SpringReleases#reactive")
    @EnabledIfSystemProperty(named = Matrix.PROPERTY, matches = "all", disabledReason = "fetches a compiler of 60 MB")
    void scheduledFunctionsOfKotlinThatSuspend(String release) {
        Map<String, Long> counted = new TreeMap<>();
        try (LibraryLoader library = SpringReleases.loader(release, "/kotlin/KotlinJobs.kt")) {
            library.run(KotlinSession.class, counted);
        }
        assertThat(counted)
                .isEqualTo(Map.of(
                        "KotlinJobs.once spring-scheduled success", 1L,
                        "KotlinJobs.broken spring-scheduled failed", 1L,
                        "KotlinJobs.endless spring-scheduled cancelled", 1L));
        agreesWith(counted, 3);
    }

    @ParameterizedTest
    @MethodSource("io.autobot.agent.instrumentation.springtasks.SpringReleases#all")
    void asynchronousMethods(String release) {
        Map<String, Long> counted = run(release, AsyncSession.class);
        assertThat(counted.remove("handler")).isEqualTo(1);
        assertThat(counted)
                .isEqualTo(Map.of(
                        "Mails.send spring-async success", 2L,
                        "Mails.lose spring-async failed", 1L,
                        "Inline.work spring-async success", 1L,
                        "Mails.fetch spring-async success", 1L,
                        "Mails.fetch spring-async failed", 1L,
                        "PdfReports.print spring-async failed", 1L,
                        "Mails.block spring-async cancelled", 1L,
                        "Mails.block spring-async rejected", 1L));
        agreesWith(counted, sum(counted) - 1);
    }

    @Test
    void theApplicationsLoaderIsCollected() {
        WeakReference<ClassLoader> gone = new WeakReference<>(use());
        Unloading.awaitCollected(gone);
        assertThat(executed(agent.scrape()))
                .isEqualTo(Map.of("Work.run spring-scheduled success", 100L, "Work.run spring-async success", 100L));
    }

    private static ClassLoader use() {
        try (LibraryLoader library = SpringReleases.loader(SpringReleases.NEWEST)) {
            library.run(BareSession.class, 100);
            return library;
        }
    }
}
