package io.autobot.agent.flows;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.autobot.agent.config.Config;
import io.autobot.agent.config.Sources;
import io.autobot.agent.metrics.Domains;
import io.autobot.agent.metrics.Histograms;
import io.autobot.agent.metrics.SeriesGuard;
import io.autobot.agent.status.StatusBoard;
import io.autobot.agent.tasks.TasksDomain;
import io.autobot.agent.workflow.WorkflowDomain;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FlowsHotPathTest {
    private static final int CALLS = 20_000;

    /** What the measurement itself may allocate, far below a byte per call. */
    private static final long SLACK = 1_024;

    /** What the histogram allocates for an observation until it is compiled. */
    private static final long OBSERVATION = 16;

    /** A run of a workflow, which any thread may end: an object of 32 bytes and one of 16. */
    private static final long RUN = 48;

    private final SeriesGuard guard = new SeriesGuard(SeriesGuard.DEFAULT_LIMIT);
    private final Config config = Config.load(new Sources()
            .agentArguments("rules.flow.kind=workflow,rules.flow.method=a.B.flow,rules.flow.type=$1.kind,"
                    + "rules.step.kind=step,rules.step.method=a.B.step,rules.step.status=$return,"
                    + "rules.task.kind=task,rules.task.method=a.B.task,"
                    + "rules.yes.kind=approval,rules.yes.method=a.B.yes,rules.yes.decision=$2"));
    private final Histograms histograms = new Histograms(family -> null);
    private final WorkflowDomain workflows = new WorkflowDomain(guard, histograms);
    private final TasksDomain tasks = new TasksDomain(guard, histograms, config);
    private final int[] numbers = new int[4];

    /** An argument of the application. */
    private record Order(String kind) {}

    @BeforeEach
    void provide() {
        Domains.provide(type -> type == WorkflowDomain.class ? workflows : tasks);
        Flows flows = new Flows(config.rules(), new StatusBoard());
        for (int i = 0; i < numbers.length; i++) {
            FlowSelection selection = flows.selections().get(i);
            numbers[i] = selection.number("a.B", selection.name(), "(Ljava/lang/Object;Z)Ljava/lang/Object;", false);
        }
        Flows.provide(flows);
    }

    @AfterEach
    void end() {
        Domains.provide(null);
        Flows.provide(null);
    }

    /** The least of a few rounds: what is made once may be made in any of them. */
    private static long allocated(Runnable calls) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long thread = Thread.currentThread().getId();
        long least = Long.MAX_VALUE;
        for (int round = 0; round < 3; round++) {
            long before = threads.getThreadAllocatedBytes(thread);
            calls.run();
            least = Math.min(least, threads.getThreadAllocatedBytes(thread) - before);
        }
        return least;
    }

    private void stepsAndApprovals() {
        for (int i = 0; i < CALLS; i++) {
            Flows.exit(Flows.enter(numbers[1], this, null, null), "DONE", null);
            Flows.exit(Flows.enter(numbers[3], this, true, null), null, null);
        }
    }

    private void tasks() {
        for (int i = 0; i < CALLS; i++) {
            int task = Flows.enter(numbers[2], this, null, null);
            Flows.exit(Flows.enter(numbers[2], this, null, null), null, null);
            Flows.exit(task, null, null);
        }
    }

    private void workflows(Order order) {
        for (int i = 0; i < CALLS; i++) {
            int flow = Flows.enter(numbers[0], this, order, null);
            Flows.exit(Flows.enter(numbers[1], this, null, null), null, null);
            Flows.exit(flow, null, null);
        }
    }

    @Test
    void onlyAWorkflowAllocatesWhatItsRunIs() {
        assertThat(config.problems()).isEmpty();
        assertThat(allocated(this::stepsAndApprovals)).isBetween(0L, SLACK);
        assertThat(allocated(this::tasks)).isBetween(0L, CALLS * OBSERVATION + SLACK);
        Order order = new Order("retail");
        assertThat(allocated(() -> workflows(order))).isBetween(0L, CALLS * (RUN + OBSERVATION) + SLACK);
    }

    @Test
    void aCallThatNeverToldItsEndDoesNotStayForEver() {
        int flow = Flows.enter(numbers[0], this, new Order("retail"), null);
        int lost = Flows.enter(numbers[1], this, null, null);
        assertThat(lost).isNotEqualTo(Flows.NOT_ENTERED);
        Flows.exit(flow, null, null);
        assertThat(Flows.enter(numbers[1], this, null, null)).isEqualTo(1);
        Flows.exit(1, null, null);
    }
}
