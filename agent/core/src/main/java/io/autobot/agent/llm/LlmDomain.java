package io.autobot.agent.llm;

import io.autobot.agent.config.Config;
import io.autobot.agent.config.Options;
import io.autobot.agent.http.HttpProtocol;
import io.autobot.agent.metrics.Domains;
import io.autobot.agent.metrics.Histograms;
import io.autobot.agent.metrics.SeriesGuard;
import io.autobot.agent.sampling.Sampler;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** LLM providers as a whole: what recognises their calls, and what counts them. Any thread. */
public final class LlmDomain {
    private static final long OLLAMA_PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final LlmMetrics metrics;
    private final HttpProtocol protocol;
    private final Config config;
    private final Consumer<String> warnings;
    private final Sampler sampler;
    private PriceTable prices;

    /**
     * No call yet.
     *
     * @param warnings gets a line for each thing that is wrong, with the configured prices for instance
     * @param sampler asks Ollama's servers, once there is one
     */
    public LlmDomain(
            SeriesGuard guard, Histograms histograms, Config config, Consumer<String> warnings, Sampler sampler) {
        this.config = config;
        this.warnings = warnings;
        this.sampler = sampler;
        metrics = new LlmMetrics(
                guard,
                histograms,
                this::prices,
                Quotas.create(config, System::currentTimeMillis),
                config.get(Options.LLM_AVAILABILITY_FAILURES),
                config.get(Options.LLM_OLLAMA_POLL_ENABLED) ? this::ollama : null);
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

    private OllamaServers ollama() {
        long interval = config.get(Options.LLM_OLLAMA_POLL_INTERVAL).toNanos();
        return new OllamaServers(
                new OllamaClient(OLLAMA_PATIENCE_NANOS)::loaded,
                sample -> sampler.soonAndEvery("models of Ollama", interval, sample),
                warnings);
    }

    /** What models cost; read when first asked for. */
    public synchronized PriceTable prices() {
        if (prices == null) {
            prices = PriceTable.create(config, warnings);
        }
        return prices;
    }
}
