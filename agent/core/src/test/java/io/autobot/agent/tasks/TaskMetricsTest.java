package io.autobot.agent.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import io.autobot.agent.config.Config;
import io.autobot.agent.config.Sources;
import io.autobot.agent.metrics.AgentRegistry;
import io.autobot.agent.metrics.Exposition;
import io.autobot.agent.metrics.Histograms;
import io.autobot.agent.metrics.SeriesGuard;
import java.net.SocketTimeoutException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TaskMetricsTest {
    /** Room for one name beside {@code other}. */
    private final SeriesGuard guard = new SeriesGuard(10);

    private final TasksDomain domain =
            new TasksDomain(guard, new Histograms(family -> null), Config.load(new Sources()));
    private final AgentRegistry registry =
            new AgentRegistry(List.of(domain.metrics()), () -> Instant.EPOCH, (where, failure) -> {
                throw new AssertionError(where, failure);
            });

    private static String retries(String taskType, String reason) {
        return "autobot_task_retries_total{reason=\"" + reason + "\",task_type=\"" + taskType + "\"}";
    }

    @Test
    void everyReasonIsThereFromTheStart() {
        domain.retries("fetch");
        Exposition scrape = Exposition.text(registry);
        for (String reason : new String[] {"timeout", "rate_limit", "connection", "server_error", "error"}) {
            assertThat(scrape.value(retries("fetch", reason))).as(reason).isZero();
        }
    }

    @Test
    void countsUnderTheReasonOfTheFailure() {
        TaskRetries fetch = domain.retries("fetch");
        fetch.again(new SocketTimeoutException());
        fetch.again(null);
        fetch.again(new IllegalStateException());

        Exposition scrape = Exposition.text(registry);
        assertThat(scrape.value(retries("fetch", "timeout"))).isEqualTo(1);
        assertThat(scrape.value(retries("fetch", "error"))).isEqualTo(2);
        assertThat(scrape.sum("autobot_task_retries_total")).isEqualTo(3);
    }

    @Test
    void pastTheLimitNamesAreFolded() {
        domain.retries("first").again(null);
        domain.retries("second").again(null);
        domain.retries("third").again(null);

        Exposition scrape = Exposition.text(registry);
        assertThat(scrape.value(retries("first", "error"))).isEqualTo(1);
        assertThat(scrape.value(retries("other", "error"))).isEqualTo(2);
        assertThat(scrape.startingWith("autobot_task_retries_total")).hasSize(10);
        assertThat(guard.folded()).containsEntry("autobot_task_retries_total", 2L);
    }

    @Test
    void aRetryWithoutANameIsUnknown() {
        domain.retries(null).again(null);
        domain.retries("").again(null);
        assertThat(Exposition.text(registry).value(retries("unknown", "error"))).isEqualTo(2);
    }

    @Test
    void everyRetryIsNews() {
        TaskRetries fetch = domain.retries("fetch");
        long before = domain.metrics().activity();
        fetch.again(null);
        assertThat(domain.metrics().activity()).isNotEqualTo(before);
    }
}
