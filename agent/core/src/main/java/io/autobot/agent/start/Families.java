package io.autobot.agent.start;

import io.autobot.agent.github.GithubFamilies;
import io.autobot.agent.llm.LlmFamilies;
import io.autobot.agent.metrics.AgentFamilies;
import io.autobot.agent.metrics.Catalogue;
import io.autobot.agent.redis.RedisFamilies;
import io.autobot.agent.resilience.ResilienceFamilies;
import io.autobot.agent.tasks.TaskFamilies;
import io.autobot.agent.workflow.WorkflowFamilies;

/** Every family there is, without anything running: for the tool and the documentation. */
public final class Families {
    private Families() {}

    /** In the order of the documentation. */
    public static Catalogue catalogue() {
        return Catalogue.of(
                RedisFamilies.ALL,
                ResilienceFamilies.ALL,
                TaskFamilies.ALL,
                WorkflowFamilies.ALL,
                LlmFamilies.ALL,
                GithubFamilies.ALL,
                AgentFamilies.ALL);
    }
}
