package io.autobot.agent.smoke.flows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.autobot.agent.smoke.loaders.Programs;
import io.autobot.agent.testkit.jvm.ForkedJvm;
import io.autobot.agent.testkit.jvm.ForkedJvms;
import io.autobot.agent.testkit.jvm.Jdks;
import io.autobot.agent.testkit.scrape.Scrape;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An unchanged service with flows of its own, and rules in a file, under the finished jar. About 3 s for each JDK. */
class HomeMadeFlowsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String EXECUTIONS = "autobot_workflow_executions_total";
    private static final String STEPS = "autobot_workflow_steps_executed_total";
    private static final String APPROVALS = "autobot_workflow_approvals_total";
    private static final String TASKS = "autobot_tasks_executed_total";

    private static final String RULES = """
            endpoint.port: 0
            rules:
              orders:
                kind: workflow
                method: homemade.OrderService.run
                type: $1.kind
                status: $return.state
                words: {SHIPPED: success, OUT_OF_STOCK: cancelled}
              stock:
                kind: step
                method: homemade.*$Stock.*
              approval:
                kind: approval
                method: homemade.OrderService.approve(Order)
                workflow: $1.kind
              archive:
                kind: task
                method: homemade.OrderService.archive
                agent: archive
              misspelt:
                kind: task
                method: homemade.OrderService.archvie
            """;

    @RegisterExtension
    final ForkedJvms jvms = new ForkedJvms();

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(ints = {17, 25})
    void rulesMakeItsFlowsVisible(int feature) throws Exception {
        Path file = Files.writeString(directory.resolve("rules.yaml"), RULES);
        ForkedJvm jvm = jvms.start(ForkedJvm.on(Jdks.of(feature))
                .agent("config=" + file)
                .classPath(List.of(Programs.compile(List.of(), "homemade/OrderService.java")))
                .main("homemade.OrderService"));
        jvm.awaitStdout("ready"::equals, PATIENCE);
        // A future tells who waits for it before it tells us.
        String[] archive = {"task_type", "OrderService.archive", "agent_type", "archive", "status"};
        await().until(() -> Scrape.get(jvm.endpointUrl() + "/metrics").sum(TASKS, "agent_type", "archive") == 4);
        Scrape scrape = Scrape.get(jvm.endpointUrl() + "/metrics");

        assertThat(scrape.value(EXECUTIONS, "workflow_type", "retail", "status", "success"))
                .isEqualTo(seen(jvm, "retail SHIPPED"));
        assertThat(scrape.value(EXECUTIONS, "workflow_type", "retail", "status", "cancelled"))
                .isEqualTo(seen(jvm, "retail OUT_OF_STOCK"));
        assertThat(scrape.value(EXECUTIONS, "workflow_type", "retail", "status", "failed"))
                .isEqualTo(seen(jvm, "retail FAILED"));
        assertThat(scrape.value(EXECUTIONS, "workflow_type", "wholesale", "status", "success"))
                .isEqualTo(seen(jvm, "wholesale SHIPPED"));
        assertThat(scrape.sum(EXECUTIONS)).isEqualTo(4);
        assertThat(scrape.sum("autobot_active_workflows")).isZero();
        assertThat(scrape.sum(STEPS, "workflow_type", "retail", "step_type", "take"))
                .isEqualTo(3);
        assertThat(scrape.value(STEPS, "workflow_type", "retail", "step_type", "take", "status", "failed"))
                .isEqualTo(1);
        assertThat(scrape.sum(APPROVALS, "decision", "approved")).isEqualTo(seen(jvm, "approval true"));
        assertThat(scrape.sum(APPROVALS, "decision", "rejected")).isEqualTo(seen(jvm, "approval false"));
        assertThat(scrape.value(TASKS, with(archive, "success"))).isEqualTo(3);
        assertThat(scrape.value(TASKS, with(archive, "failed"))).isEqualTo(1);
        assertThat(scrape.sum("autobot_agent_errors_total")).isZero();

        String misspelt = "rule 'misspelt': homemade.OrderService.archvie is none of the methods that"
                + " homemade.OrderService declares itself, which are ";
        assertThat(jvm.stderr().stream().filter(line -> line.contains(misspelt)))
                .hasSize(1);
        assertThat(health(jvm))
                .contains(
                        "{\"name\":\"orders\",\"kind\":\"workflow\",\"state\":\"active\","
                                + "\"message\":\"sees 1 method: homemade.OrderService.run\"}",
                        "{\"name\":\"misspelt\",\"kind\":\"task\",\"state\":\"no_match\"");
        jvm.closeStdin();
        assertThat(jvm.exitCode(PATIENCE)).isZero();
    }

    private static String[] with(String[] labels, String status) {
        String[] all = Arrays.copyOf(labels, labels.length + 1);
        all[labels.length] = status;
        return all;
    }

    /** How often the service itself says that this happened. */
    private static double seen(ForkedJvm jvm, String what) {
        long times = jvm.stdout().stream().filter(("seen " + what)::equals).count();
        assertThat(times).as(what).isPositive();
        return times;
    }

    private static String health(ForkedJvm jvm) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(jvm.endpointUrl() + "/api/monitoring/health/metrics"))
                                .build(),
                        BodyHandlers.ofString())
                .body();
    }
}
