package io.autobot.agent.instrumentation.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.autobot.agent.testkit.Matrix;
import io.autobot.agent.testkit.inprocess.WeavingExtension;
import io.autobot.agent.testkit.library.Libraries;
import io.autobot.agent.testkit.library.LibraryLoader;
import io.autobot.agent.testkit.library.Unloading;
import java.lang.ref.WeakReference;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What counts is what the subscribers were told, and nothing of it keeps the application. */
class ReactiveReleasesTest {
    private static final List<String> EVERY =
            List.of("3.4.0 3.0.0 2.0.0", "3.5.20 3.0.13 2.1.17", "3.6.6 3.1.0 2.2.0", "3.8.8 3.1.12 2.2.21");

    @RegisterExtension
    final WeavingExtension agent =
            WeavingExtension.of(new RulesInstrumentation()).configured("config=" + Yaml.path("flows"));

    /** Of Reactor, RxJava 3 and RxJava 2. */
    static List<String> releases() {
        return Matrix.outermost(EVERY);
    }

    @ParameterizedTest
    @MethodSource("releases")
    void countsAsTheSubscribersDo(String releases) {
        // Makes the test's own HTTP client on this side, lest it keep the application's loader alive.
        agent.scrape();
        WeakReference<ClassLoader> loader = run(releases.split(" "));
        Unloading.awaitCollected(loader);
    }

    private WeakReference<ClassLoader> run(String... releases) {
        try (LibraryLoader application = LibraryLoader.of(
                Libraries.resolveAll(List.of(
                        "io.projectreactor:reactor-core:" + releases[0],
                        "io.reactivex.rxjava3:rxjava:" + releases[1],
                        "io.reactivex.rxjava2:rxjava:" + releases[2])),
                ReactiveReleasesTest.class)) {
            Map<String, Long> told = application.run(ReactiveSession.class, "");
            assertThat(told).hasSize(36);
            Map<String, Long> counted = counted("autobot_workflow_executions_total", "workflow_type", "status");
            counted.putAll(counted("autobot_workflow_steps_executed_total", "workflow_type", "step_type", "status"));
            assertThat(counted).isEqualTo(told);
            assertThat(agent.scrape().value("autobot_active_workflows", "workflow_type", "endless"))
                    .isEqualTo(2);
            return new WeakReference<>(application);
        }
    }

    private Map<String, Long> counted(String family, String... labels) {
        return agent.scrape().find(family).stream()
                .filter(sample -> sample.value() > 0)
                .collect(Collectors.toMap(
                        sample ->
                                Arrays.stream(labels).map(sample.labels()::get).collect(Collectors.joining(" ")),
                        sample -> (long) sample.value(),
                        Long::sum,
                        TreeMap::new));
    }
}
