package io.autobot.agent.llm;

import io.autobot.agent.metrics.FamilyDescription;
import io.autobot.agent.metrics.Rows;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** One scrape of the LLM families. */
final class LlmScrape {
    private final LlmMetrics metrics;
    private final Predicate<String> wanted;
    private final Map<FamilyDescription, Rows> rows = new LinkedHashMap<>();

    LlmScrape(LlmMetrics metrics, Predicate<String> wanted) {
        this.metrics = metrics;
        this.wanted = wanted;
    }

    List<MetricSnapshot> collect() {
        for (LlmModel model : metrics.models()) {
            model(model);
        }
        for (LlmProvider provider : metrics.providers()) {
            if (provider.isSeen()) {
                provider(provider);
            }
        }
        for (LlmTool tool : metrics.tools().all()) {
            add(LlmFamilies.TOOL_CALLS, tool.successes(), tool.provider(), tool.tool(), LlmTool.SUCCESS);
            add(LlmFamilies.TOOL_CALLS, tool.errors(), tool.provider(), tool.tool(), LlmTool.ERROR);
        }
        for (Quotas.Reading quota : metrics.quotas().readings()) {
            add(LlmFamilies.QUOTA_USED, quota.used(), quota.provider(), quota.period());
            add(LlmFamilies.QUOTA_LIMIT, quota.limit(), quota.provider(), quota.period());
        }
        int loaded = metrics.modelsLoaded();
        if (loaded >= 0) {
            add(LlmFamilies.MODELS_LOADED, loaded, LlmCall.OLLAMA);
        }
        List<MetricSnapshot> snapshots = new ArrayList<>();
        rows.forEach((family, made) -> {
            if (wanted.test(family.name())) {
                made.into(snapshots);
            }
        });
        histograms(snapshots);
        return snapshots;
    }

    private void model(LlmModel model) {
        String provider = model.provider();
        String name = model.model();
        for (RequestType type : RequestType.values()) {
            if (model.requests(type) > 0) {
                add(LlmFamilies.REQUESTS, model.requests(type), provider, name, type.id());
            }
        }
        if (model.hasTokens()) {
            add(LlmFamilies.TOKENS, model.input(), provider, name, "input");
            add(LlmFamilies.TOKENS, model.output(), provider, name, "output");
        }
        for (LlmModel.Detail detail : LlmModel.Detail.values()) {
            if (model.detail(detail) > 0) {
                add(LlmFamilies.TOKEN_DETAILS, model.detail(detail), provider, name, detail.id());
            }
        }
        if (model.hasCost()) {
            add(LlmFamilies.COST, model.inputCost(), provider, name, "input");
            add(LlmFamilies.COST, model.outputCost(), provider, name, "output");
        }
        if (model.unpriced() > 0) {
            add(LlmFamilies.UNPRICED_TOKENS, model.unpriced(), provider, name);
        }
        if (model.hasStreams()) {
            add(LlmFamilies.STREAMS_WITHOUT_USAGE, model.withoutUsage(), provider, name);
        }
    }

    private void provider(LlmProvider provider) {
        String name = provider.name();
        for (LlmErrorType error : LlmErrorType.values()) {
            add(LlmFamilies.ERRORS, provider.errors(error), name, error.id());
        }
        add(LlmFamilies.ACTIVE, provider.active(), name);
        if (provider.available() >= 0) {
            add(LlmFamilies.AVAILABILITY, provider.available(), name);
        }
        if (provider.isLocal()) {
            add(LlmFamilies.PROVIDER_INFO, 1, name, "local");
        }
        if (provider.isCloud()) {
            add(LlmFamilies.PROVIDER_INFO, 1, name, "cloud");
        }
        if (!Double.isNaN(provider.remainingRequests())) {
            add(LlmFamilies.RATE_LIMIT_REMAINING, provider.remainingRequests(), name);
        }
        if (!Double.isNaN(provider.remainingTokens())) {
            add(LlmFamilies.RATE_LIMIT_TOKENS, provider.remainingTokens(), name);
        }
        if (provider.resetAtMillis() > 0) {
            add(
                    LlmFamilies.RATE_LIMIT_RESET,
                    Math.max(0, (provider.resetAtMillis() - System.currentTimeMillis()) / 1000.0),
                    name);
        }
    }

    private void add(FamilyDescription family, double value, String... labels) {
        rows.computeIfAbsent(family, Rows::new).add(value, labels);
    }

    private void histograms(List<MetricSnapshot> snapshots) {
        LlmHistograms made = metrics.collected();
        if (made == null) {
            return;
        }
        for (HistogramSnapshot snapshot : made.collect()) {
            if (wanted.test(snapshot.getMetadata().getName())
                    && !snapshot.getDataPoints().isEmpty()) {
                snapshots.add(snapshot);
            }
        }
    }
}
