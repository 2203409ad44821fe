package io.autobot.agent.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.autobot.agent.metrics.AgentRegistry;
import io.autobot.agent.metrics.Exposition;
import io.autobot.agent.metrics.Histograms;
import io.autobot.agent.metrics.SeriesGuard;
import java.lang.ref.Reference;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunOwnersTest {
    private static final String ACTIVE = "autobot_active_workflows{workflow_type=\"review\"}";
    private static final String ENDED = "autobot_workflow_executions_total";

    private final WorkflowDomain domain = new WorkflowDomain(new SeriesGuard(10), new Histograms(family -> null));
    private final AgentRegistry registry =
            new AgentRegistry(List.of(domain.metrics()), () -> Instant.EPOCH, (where, failure) -> {
                throw new AssertionError(where, failure);
            });

    @Test
    void whatNobodyCanBringToAnEndIsNotActive() {
        Object kept = new Object();
        WorkflowRun run = domain.workflow("review").start(kept);
        domain.workflow("review").start(new Object());
        await().untilAsserted(() -> {
            System.gc();
            assertThat(Exposition.text(registry).value(ACTIVE)).isEqualTo(1);
        });
        assertThat(Exposition.text(registry).sum(ENDED)).isZero();
        run.end(WorkflowStatus.SUCCESS);
        assertThat(Exposition.text(registry).value(ACTIVE)).isZero();
        assertThat(Exposition.text(registry).sum(ENDED)).isEqualTo(1);
        Reference.reachabilityFence(kept);
    }
}
