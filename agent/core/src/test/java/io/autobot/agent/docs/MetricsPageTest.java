package io.autobot.agent.docs;

import io.autobot.agent.metrics.AgentFamilies;
import io.autobot.agent.metrics.Catalogue;
import io.autobot.agent.redis.RedisFamilies;
import io.autobot.agent.resilience.ResilienceFamilies;
import io.autobot.agent.tasks.TaskFamilies;
import org.junit.jupiter.api.Test;

class MetricsPageTest {
    @Test
    void pageSaysWhatTheCatalogueSays() {
        GeneratedFile.assertUpToDate(
                "docs/metrics.md",
                Catalogue.of(RedisFamilies.ALL, ResilienceFamilies.ALL, TaskFamilies.ALL, AgentFamilies.ALL)
                        .markdown());
    }
}
