package io.autobot.agent.llm;

import io.autobot.agent.log.UncaughtFailures;
import io.autobot.agent.metrics.FamilyDescription;
import io.autobot.agent.metrics.Histograms;
import io.autobot.agent.metrics.MetricsDomain;
import io.autobot.agent.metrics.SeriesGuard;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** The numbers of LLM providers, whatever SDK and HTTP client they come through. Any thread may call any method. */
public final class LlmMetrics implements MetricsDomain {
    private static final int SERIES_PER_MODEL = 2;

    private final SeriesGuard guard;
    private final SeriesGuard.Family modelRoom;
    private final SeriesGuard.Family typeRoom;
    private final SeriesGuard.Family detailRoom;
    private final Histograms factory;
    private final Supplier<PriceTable> prices;
    private final Quotas quotas;
    private final int availabilityFailures;
    private final LlmTools tools;
    private final Supplier<OllamaServers> makeOllama;
    private final ConcurrentHashMap<String, LlmProvider> providers = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<List<String>, LlmModel> models = new ConcurrentHashMap<>();
    private volatile LlmHistograms histograms;
    private volatile LlmModel folded;
    private volatile OllamaServers ollama;

    /**
     * No call yet.
     *
     * @param prices asked with the first model
     * @param quotas counted against
     * @param availabilityFailures outages in a row after which a provider is not available
     * @param makeOllama asked with the first call to Ollama; {@code null} if its servers are to be left alone
     */
    LlmMetrics(
            SeriesGuard guard,
            Histograms factory,
            Supplier<PriceTable> prices,
            Quotas quotas,
            int availabilityFailures,
            Supplier<OllamaServers> makeOllama) {
        this.guard = guard;
        this.modelRoom = guard.family(LlmFamilies.TOKENS);
        this.typeRoom = guard.family(LlmFamilies.REQUESTS);
        this.detailRoom = guard.family(LlmFamilies.TOKEN_DETAILS);
        this.factory = factory;
        this.prices = prices;
        this.quotas = quotas;
        this.availabilityFailures = availabilityFailures;
        this.makeOllama = makeOllama;
        this.tools = new LlmTools(guard, this::histograms);
    }

    /** The recorder of a provider; its names are a fixed set and those of the configuration. */
    LlmProvider provider(String name) {
        LlmProvider known = providers.get(name);
        if (known != null) {
            return known;
        }
        if (providers.isEmpty()) {
            readPrices();
        }
        return providers.computeIfAbsent(name, missing -> new LlmProvider(this, missing));
    }

    /** The server that a call to Ollama goes to, {@code null} if it is to be left alone. */
    OllamaServer ollama(String scheme, String host, int port, String path) {
        OllamaServers servers = ollama;
        if (servers == null) {
            servers = makeOllama();
        }
        return servers == null ? null : servers.find(scheme, host, port, path);
    }

    private synchronized OllamaServers makeOllama() {
        if (ollama == null && makeOllama != null) {
            ollama = makeOllama.get();
        }
        return ollama;
    }

    /** A call to a server, as {@link #ollama} found it, was answered by a model. */
    void answered(OllamaServer server) {
        ollama.answered(server);
    }

    /** How many models the servers of Ollama hold in memory, negative if that is not known. */
    int modelsLoaded() {
        OllamaServers servers = ollama;
        return servers == null ? -1 : servers.loaded();
    }

    /** Beside the first call, whose end would wait for it on the application's thread. */
    private void readPrices() {
        Thread reader = new Thread(prices::get, "autobot-prices");
        reader.setDaemon(true);
        reader.setContextClassLoader(null);
        reader.setUncaughtExceptionHandler(UncaughtFailures.HANDLER);
        reader.start();
    }

    /** A model as its provider names it, with its price. */
    LlmProvider.Use use(String provider, String reported) {
        PriceTable.Match match = prices.get().match(provider, reported);
        return new LlmProvider.Use(model(provider, match.model()), match.price());
    }

    private LlmModel model(String provider, String name) {
        List<String> key = List.of(provider, name);
        LlmModel known = models.get(key);
        if (known != null) {
            return known;
        }
        synchronized (this) {
            known = models.get(key);
            if (known != null) {
                return known;
            }
            if (!modelRoom.claim(SERIES_PER_MODEL)) {
                return folded();
            }
            LlmModel admitted = new LlmModel(this, provider, name, false);
            models.put(key, admitted);
            return admitted;
        }
    }

    /** The model of all that found no room. */
    synchronized LlmModel folded() {
        if (folded == null) {
            folded = new LlmModel(this, SeriesGuard.OTHER, SeriesGuard.OTHER, true);
        }
        return folded;
    }

    void countFolded(FamilyDescription family) {
        guard.family(family).folded();
    }

    SeriesGuard.Family typeRoom() {
        return typeRoom;
    }

    SeriesGuard.Family detailRoom() {
        return detailRoom;
    }

    Quotas quotas() {
        return quotas;
    }

    LlmTools tools() {
        return tools;
    }

    int availabilityFailures() {
        return availabilityFailures;
    }

    synchronized LlmHistograms histograms() {
        if (histograms == null) {
            histograms = new LlmHistograms(factory);
        }
        return histograms;
    }

    @Override
    public List<FamilyDescription> families() {
        return LlmFamilies.ALL;
    }

    @Override
    public List<MetricSnapshot> collect(Predicate<String> wanted) {
        return new LlmScrape(this, wanted).collect();
    }

    @Override
    public long activity() {
        long activity = 0;
        for (LlmModel model : models()) {
            activity += model.calls();
        }
        for (LlmTool tool : tools.all()) {
            activity += tool.successes() + tool.errors();
        }
        return activity;
    }

    Collection<LlmProvider> providers() {
        return providers.values();
    }

    /** Those of all names and the folded one. */
    List<LlmModel> models() {
        List<LlmModel> all = new ArrayList<>(models.values());
        LlmModel other = folded;
        if (other != null) {
            all.add(other);
        }
        return all;
    }

    /** {@code null} before the first call. */
    LlmHistograms collected() {
        return histograms;
    }
}
