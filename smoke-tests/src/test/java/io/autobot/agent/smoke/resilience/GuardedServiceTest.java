package io.autobot.agent.smoke.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import io.autobot.agent.smoke.loaders.Programs;
import io.autobot.agent.testkit.Matrix;
import io.autobot.agent.testkit.jvm.ForkedJvm;
import io.autobot.agent.testkit.jvm.ForkedJvms;
import io.autobot.agent.testkit.jvm.Jdk;
import io.autobot.agent.testkit.jvm.Jdks;
import io.autobot.agent.testkit.library.Libraries;
import io.autobot.agent.testkit.scrape.Scrape;
import java.io.File;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Unchanged services whose calls are guarded, under the finished jar. About 10 s for each JDK. */
class GuardedServiceTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String EVENTS = "autobot_circuit_breaker_events_total";
    private static final String STATE = "autobot_circuit_breaker_state";
    private static final String FAILURES = "autobot_circuit_breaker_failure_count";
    private static final String RETRIES = "autobot_task_retries_total";

    private static final List<String> BOOT = List.of(
            "org.springframework.boot:spring-boot-starter-aop:3.5.7",
            "io.github.resilience4j:resilience4j-spring-boot3:2.4.0",
            "io.github.resilience4j:resilience4j-reactor:2.4.0",
            "io.projectreactor:reactor-core:3.7.18",
            "dev.failsafe:failsafe:3.3.2",
            // What Boot manages where it is the parent.
            "org.slf4j:slf4j-api:2.0.17");

    private static final List<String> SPRING =
            List.of("org.springframework:spring-context:7.0.10", "org.springframework.retry:spring-retry:2.0.13");

    @RegisterExtension
    final ForkedJvms jvms = new ForkedJvms();

    private ForkedJvm start(Jdk jdk, String arguments, List<String> libraries, String program) {
        List<File> classPath = new ArrayList<>(Libraries.resolveAll(libraries));
        classPath.add(Programs.compile(classPath, "guarded/" + program + ".java"));
        ForkedJvm jvm = jvms.start(ForkedJvm.on(jdk)
                .agent("port=0" + arguments)
                .classPath(classPath)
                .main("guarded." + program));
        jvm.awaitStdout("ready"::equals, PATIENCE);
        return jvm;
    }

    /** What the libraries' own listeners and the work itself have counted. */
    private static Map<String, Double> seen(ForkedJvm jvm) {
        Map<String, Double> seen = new HashMap<>();
        for (String line : jvm.stdout()) {
            if (line.startsWith("seen ")) {
                int space = line.lastIndexOf(' ');
                seen.put(line.substring("seen ".length(), space), Double.valueOf(line.substring(space + 1)));
            }
        }
        return seen;
    }

    private static Scrape scrape(ForkedJvm jvm) throws IOException {
        Scrape scrape = Scrape.get(jvm.endpointUrl() + "/metrics");
        assertThat(scrape.find("autobot_agent_errors_total")).isNotEmpty();
        assertThat(scrape.sum("autobot_agent_errors_total")).isZero();
        assertThat(jvm.stderr().stream().filter(line -> line.startsWith("[autobot-agent]")))
                .hasSize(1);
        return scrape;
    }

    private static void ended(ForkedJvm jvm) {
        jvm.closeStdin();
        assertThat(jvm.exitCode(PATIENCE)).isZero();
    }

    private static void isActive(Scrape scrape, String instrumentation, String version) {
        assertThat(scrape.find(
                        "autobot_agent_instrumentation_info",
                        "name",
                        instrumentation,
                        "state",
                        "active",
                        "library_version",
                        version))
                .as(instrumentation)
                .hasSize(1);
    }

    /** By default one service on each JDK. */
    static List<Integer> newest() {
        return Matrix.all() ? List.of(17, 25) : List.of(25);
    }

    /** The other one. */
    static List<Integer> oldest() {
        return Matrix.all() ? List.of(17, 25) : List.of(17);
    }

    @ParameterizedTest
    @MethodSource("newest")
    void aSpringBootServiceWithAnnotations(int feature) throws IOException {
        ForkedJvm jvm = start(Jdks.of(feature), "", BOOT, "GuardedService");
        Map<String, Double> seen = seen(jvm);
        Scrape scrape = scrape(jvm);

        assertThat(seen)
                .isEqualTo(Map.of(
                        "inventory OPEN", 1.0,
                        "inventory REJECTED", 3.0,
                        "inventory calls", 7.0,
                        "pricing again", 3.0,
                        "stream OPEN", 1.0,
                        "stream REJECTED", 2.0,
                        "stream calls", 2.0,
                        "stream attempts", 2.0,
                        "failsafe again", 2.0));
        for (String breaker : new String[] {"inventory", "stream"}) {
            assertThat(scrape.value(EVENTS, "database", breaker, "event", "opened", "reason", "too_many_failures"))
                    .isEqualTo(seen.get(breaker + " OPEN"));
            assertThat(scrape.value(EVENTS, "database", breaker, "event", "rejected", "reason", "too_many_failures"))
                    .isEqualTo(seen.get(breaker + " REJECTED"));
            assertThat(scrape.value(STATE, "database", breaker)).isEqualTo(1);
        }
        assertThat(scrape.value(FAILURES, "database", "inventory")).isEqualTo(4);
        assertThat(scrape.value(FAILURES, "database", "stream")).isEqualTo(2);
        assertThat(scrape.value(RETRIES, "task_type", "pricing", "reason", "timeout"))
                .isEqualTo(seen.get("pricing again"));
        assertThat(scrape.sum(RETRIES, "task_type", "pricing")).isEqualTo(seen.get("pricing again"));
        assertThat(scrape.value(RETRIES, "task_type", "stream", "reason", "connection"))
                .isEqualTo(1);
        assertThat(scrape.sum(RETRIES, "task_type", "stream")).isEqualTo(2);
        assertThat(scrape.sum(RETRIES, "task_type", "failsafe")).isEqualTo(seen.get("failsafe again"));
        isActive(scrape, "resilience4j", "2.4.0");
        isActive(scrape, "failsafe", "3.3.2");
        ended(jvm);
    }

    @ParameterizedTest
    @MethodSource("oldest")
    void aServiceOnSpring7(int feature) throws IOException {
        ForkedJvm jvm = start(Jdks.of(feature), "", SPRING, "RetryingService");
        Map<String, Double> seen = seen(jvm);
        Scrape scrape = scrape(jvm);

        assertThat(seen).isEqualTo(Map.of("Orders.store again", 2.0, "spring-retry REJECTED", 3.0));
        assertThat(scrape.value(RETRIES, "task_type", "Orders.store", "reason", "timeout"))
                .isEqualTo(seen.get("Orders.store again"));
        assertThat(scrape.sum(RETRIES)).isEqualTo(2);
        assertThat(scrape.sum(EVENTS, "database", "spring-retry", "event", "rejected"))
                .isEqualTo(seen.get("spring-retry REJECTED"));
        assertThat(scrape.value(STATE, "database", "spring-retry")).isEqualTo(1);
        isActive(scrape, "spring-core-retry", "7.0.10");
        isActive(scrape, "spring-retry", "2.0.13");
        ended(jvm);
    }

    @Test
    void theGroupIsSwitchedOffAndOneOfItOn() throws IOException {
        ForkedJvm jvm = start(
                Jdks.jdk17(),
                ",instrumentations.resilience.enabled=false,instrumentations.spring-retry.enabled=true",
                SPRING,
                "RetryingService");
        Scrape scrape = scrape(jvm);

        for (String off : new String[] {"resilience4j", "failsafe", "spring-core-retry"}) {
            assertThat(scrape.find("autobot_agent_instrumentation_info", "name", off, "state", "disabled"))
                    .as(off)
                    .hasSize(1);
        }
        assertThat(scrape.find(RETRIES, "task_type", "Orders.store")).isEmpty();
        assertThat(scrape.value(STATE, "database", "spring-retry")).isEqualTo(1);
        ended(jvm);
    }
}
