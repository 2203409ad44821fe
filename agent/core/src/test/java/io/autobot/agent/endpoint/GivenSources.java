package io.autobot.agent.endpoint;

import io.autobot.agent.status.InstrumentationStatus;
import io.autobot.agent.status.RuleStatus;
import java.util.List;
import java.util.function.Supplier;

/** A health report's sources as a test wants them. */
record GivenSources(
        Supplier<List<HealthReport.Category>> category,
        Supplier<List<InstrumentationStatus>> instrumentation,
        Supplier<List<String>> warning)
        implements HealthReport.Sources {
    @Override
    public List<HealthReport.Category> categories() {
        return category.get();
    }

    @Override
    public List<InstrumentationStatus> instrumentations() {
        return instrumentation.get();
    }

    @Override
    public String pricesAsOf() {
        return "2026-08-01";
    }

    @Override
    public List<RuleStatus> rules() {
        return List.of(new RuleStatus("orders", "workflow", RuleStatus.State.NOT_SEEN, "no class"));
    }

    @Override
    public List<String> warnings() {
        return warning.get();
    }
}
