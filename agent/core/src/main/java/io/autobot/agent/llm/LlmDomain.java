package io.autobot.agent.llm;

import io.autobot.agent.config.Config;
import io.autobot.agent.config.Options;
import io.autobot.agent.http.HttpProtocol;
import io.autobot.agent.metrics.Domains;
import io.autobot.agent.metrics.Histograms;
import io.autobot.agent.metrics.SeriesGuard;
import java.util.function.Consumer;

/** LLM providers as a whole: what recognises their calls, and what counts them. Any thread. */
public final class LlmDomain {
    private final LlmMetrics metrics;
    private final HttpProtocol protocol;
    private final Config config;
    private final Consumer<String> warnings;
    private PriceTable prices;

    /** @param warnings gets a line for each thing that is wrong with the configured prices */
    public LlmDomain(SeriesGuard guard, Histograms histograms, Config config, Consumer<String> warnings) {
        this.config = config;
        this.warnings = warnings;
        metrics = new LlmMetrics(
                guard,
                histograms,
                this::prices,
                Quotas.create(config, System::currentTimeMillis),
                config.get(Options.LLM_AVAILABILITY_FAILURES));
        protocol = new LlmProtocol(new LlmEndpoints(new LlmHosts(config.get(Options.LLM_HOSTS))), metrics);
    }

    /** The domain of this JVM. */
    public static LlmDomain get() {
        return Domains.get(LlmDomain.class);
    }

    /** Counts the tools that models ask for. */
    public LlmTools tools() {
        return metrics.tools();
    }

    public LlmMetrics metrics() {
        return metrics;
    }

    /** Claims the calls to providers. */
    public HttpProtocol protocol() {
        return protocol;
    }

    /** What models cost; read when first asked for. */
    public synchronized PriceTable prices() {
        if (prices == null) {
            prices = PriceTable.create(config, warnings);
        }
        return prices;
    }
}
