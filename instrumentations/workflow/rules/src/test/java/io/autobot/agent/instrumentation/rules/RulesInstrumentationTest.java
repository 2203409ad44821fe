package io.autobot.agent.instrumentation.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.acme.flows.Desk;
import com.acme.flows.Later;
import com.acme.flows.Mailer;
import com.acme.flows.Nightly;
import com.acme.flows.OrderFlow;
import com.acme.flows.OrderSteps;
import io.autobot.agent.status.RuleStatus;
import io.autobot.agent.testkit.inprocess.WeavingExtension;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Rules as one writes them, over classes that know nothing of them. */
class RulesInstrumentationTest {
    private static final String EXECUTIONS = "autobot_workflow_executions_total";
    private static final String DURATION = "autobot_workflow_duration_seconds_count";
    private static final String ACTIVE = "autobot_active_workflows";
    private static final String STEPS = "autobot_workflow_steps_executed_total";
    private static final String APPROVALS = "autobot_workflow_approvals_total";
    private static final String TASKS = "autobot_tasks_executed_total";

    /** One of the classes is there before the agent. */
    private static final int BEFORE = Nightly.ran;

    @RegisterExtension
    static final WeavingExtension agent =
            WeavingExtension.of(new RulesInstrumentation()).configured("config=" + Yaml.path("flows"));

    private double ended(String type, String status) {
        return agent.scrape().value(EXECUTIONS, "workflow_type", type, "status", status);
    }

    private double steps(String workflow, String step, String status) {
        return agent.scrape().value(STEPS, "workflow_type", workflow, "step_type", step, "status", status);
    }

    private double active(String type) {
        return agent.scrape().value(ACTIVE, "workflow_type", type);
    }

    @Test
    void aWorkflowIsNamedByAnArgumentAndEndsAsItsResultSays() {
        OrderFlow flow = new OrderFlow();
        AtomicReference<Double> during = new AtomicReference<>();
        assertThat(flow.handle(OrderFlow.order("retail", "DONE"))).isEqualTo("DONE");
        flow.handle(OrderFlow.order("retail", "failed"));
        flow.handle(OrderFlow.order("retail", "LOST_FOR_EVER"));
        flow.handle(OrderFlow.order("retail", "HELD"));
        flow.handle(OrderFlow.seen("wholesale", () -> during.set(active("wholesale"))));
        // The other overload is none, but calls this one.
        flow.handle(OrderFlow.order("wholesale", "ok"), 3);

        assertThat(ended("retail", "success")).isEqualTo(1);
        assertThat(ended("retail", "failed")).isEqualTo(2);
        assertThat(ended("retail", "cancelled")).isEqualTo(1);
        assertThat(ended("wholesale", "success")).isEqualTo(4);
        assertThat(during.get()).isEqualTo(1);
        assertThat(active("retail")).isZero();
        assertThat(active("wholesale")).isZero();
        assertThat(agent.scrape().value(DURATION, "workflow_type", "retail")).isEqualTo(4);
    }

    @Test
    void whatIsThrownEndsItAndReachesTheCaller() {
        OrderFlow flow = new OrderFlow();
        IllegalStateException failure = new IllegalStateException();
        CancellationException cancelled = new CancellationException();
        assertThatThrownBy(() -> flow.handle(OrderFlow.failing("thrown", failure)))
                .isSameAs(failure);
        assertThatThrownBy(() -> flow.handle(OrderFlow.failing("thrown", cancelled)))
                .isSameAs(cancelled);

        assertThat(ended("thrown", "failed")).isEqualTo(1);
        assertThat(ended("thrown", "cancelled")).isEqualTo(1);
        assertThat(active("thrown")).isZero();
    }

    @Test
    void stepsBelongToTheWorkflowTheyAreCalledIn() {
        new OrderFlow().handle(OrderFlow.order("stepped", "DONE"));
        assertThatThrownBy(() -> new OrderFlow().handle(OrderFlow.order("stepped", "LOST")))
                .hasMessage("LOST");
        OrderSteps alone = new OrderSteps();
        alone.ship("DONE");
        assertThat(alone).hasToString("steps");

        // One calls its own overload, which is the same step.
        assertThat(steps("stepped", "reserve", "completed")).isEqualTo(2);
        assertThat(steps("stepped", "ship", "completed")).isEqualTo(1);
        assertThat(steps("stepped", "ship", "failed")).isEqualTo(1);
        assertThat(steps("unknown", "ship", "completed")).isEqualTo(1);
        assertThat(agent.scrape().sum(STEPS, "workflow_type", "stepped")).isEqualTo(4);
        assertThat(agent.scrape().find(STEPS, "step_type", "toString")).isEmpty();
    }

    @Test
    void aClassThatWasLoadedBeforeAndHasNoObject() {
        Nightly.run();
        Nightly.run();
        assertThat(Nightly.ran).isEqualTo(BEFORE + 2);
        assertThat(ended("Nightly", "success")).isEqualTo(2);
    }

    @Test
    void aWorkflowInItselfIsOneAndIsNamedByTheClassOfItsObject() {
        new Nightly.Cleanup().each(5);
        new Nightly.Backup().each(0);
        assertThat(ended("Cleanup", "success")).isEqualTo(1);
        assertThat(ended("Backup", "success")).isEqualTo(1);
        assertThat(active("Cleanup")).isZero();
    }

    @Test
    void aFutureEndsTheWorkflowWhenItIsCompleted() {
        Later later = new Later();
        CompletableFuture<Boolean> pending = new CompletableFuture<>();
        assertThat(later.ship("parcel", pending)).isSameAs(pending);
        assertThat(active("parcel")).isEqualTo(1);
        assertThat(agent.scrape().sum(EXECUTIONS, "workflow_type", "parcel")).isZero();
        pending.complete(true);
        assertThat(active("parcel")).isZero();

        later.ship("parcel", CompletableFuture.completedFuture(false));
        later.ship("parcel", CompletableFuture.failedFuture(new IllegalStateException()));
        CompletableFuture<Boolean> dropped = new CompletableFuture<>();
        later.ship("parcel", dropped).cancel(true);
        CompletableFuture<Boolean> late = new CompletableFuture<Boolean>().orTimeout(1, TimeUnit.MILLISECONDS);
        later.ship("parcel", late);
        await().until(() -> active("parcel") == 0);

        assertThat(ended("parcel", "success")).isEqualTo(1);
        assertThat(ended("parcel", "failed")).isEqualTo(2);
        assertThat(ended("parcel", "cancelled")).isEqualTo(1);
        assertThat(ended("parcel", "timeout")).isEqualTo(1);
    }

    @Test
    void aTypeThatOnlyTheResultTellsCountsAtTheEnd() {
        Later later = new Later();
        CompletableFuture<Later.Bill> pending = new CompletableFuture<>();
        CompletionStage<Later.Bill> returned = later.bill(pending);
        assertThat(returned).isSameAs(pending);
        assertThat(agent.scrape().find(EXECUTIONS, "workflow_type", "BUSINESS")).isEmpty();
        pending.complete(new Later.Bill(Later.Kind.BUSINESS));
        later.bill(CompletableFuture.failedFuture(new IllegalStateException()));

        assertThat(ended("BUSINESS", "success")).isEqualTo(1);
        assertThat(ended("unknown", "failed")).isEqualTo(1);
        assertThat(active("BUSINESS")).isZero();
        assertThat(agent.scrape().value(DURATION, "workflow_type", "BUSINESS")).isEqualTo(1);
    }

    @Test
    void approvalsAreAskedForAndDecided() {
        Desk desk = new Desk();
        desk.ask("loan");
        desk.decide("loan", true);
        desk.decide("loan", false);
        assertThatThrownBy(() -> desk.decide("loan", null)).hasMessage("nobody there");
        desk.sign("loan", "GREEN");
        desk.sign("loan", "rejected");
        desk.sign("loan", "BLUE");

        assertThat(approvals("requested")).isEqualTo(1);
        assertThat(approvals("approved")).isEqualTo(2);
        assertThat(approvals("rejected")).isEqualTo(2);
        assertThat(approvals("completed")).isEqualTo(1);
        assertThat(agent.scrape().sum(APPROVALS)).isEqualTo(6);
        // The same method is a step by another rule.
        assertThat(steps("loan", "signature", "completed")).isEqualTo(3);
    }

    private double approvals(String decision) {
        return agent.scrape().value(APPROVALS, "workflow_type", "loan", "decision", decision);
    }

    @Test
    void tasksAreRunByWhomTheRuleNamesOrByThePool() throws Exception {
        Mailer mailer = new Mailer();
        mailer.send("a");
        assertThatThrownBy(() -> mailer.send(null)).isInstanceOf(NullPointerException.class);
        ExecutorService pool = Executors.newSingleThreadExecutor(work -> new Thread(work, "letters-7"));
        try {
            assertThat(pool.submit(() -> mailer.count(4)).get()).isEqualTo(4);
        } finally {
            pool.shutdown();
        }

        assertThat(tasks("Mailer.send", "mail-server", "success")).isEqualTo(1);
        assertThat(tasks("Mailer.send", "mail-server", "failed")).isEqualTo(1);
        assertThat(tasks("Mailer.count", "letters", "success")).isEqualTo(1);
        assertThat(agent.scrape().sum("autobot_active_tasks")).isZero();
    }

    private double tasks(String type, String agentType, String status) {
        return agent.scrape().value(TASKS, "task_type", type, "agent_type", agentType, "status", status);
    }

    @Test
    void healthSaysWhatEachRuleFound() {
        new OrderFlow().handle(OrderFlow.order("retail", "DONE"));
        assertThat(rule("orders"))
                .isEqualTo(new RuleStatus(
                        "orders", "workflow", RuleStatus.State.ACTIVE, "sees 1 method: com.acme.flows.OrderFlow.run"));
        assertThat(rule("order-steps").message()).startsWith("sees 2 methods: com.acme.flows.OrderSteps.");
        assertThat(agent.status().warnings()).isEmpty();
    }

    private RuleStatus rule(String name) {
        return agent.rules().stream()
                .filter(rule -> rule.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
