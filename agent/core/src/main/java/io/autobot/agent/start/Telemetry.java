package io.autobot.agent.start;

import io.autobot.agent.config.Config;
import io.autobot.agent.config.Options;
import io.autobot.agent.http.HttpDomain;
import io.autobot.agent.metrics.AgentMetrics;
import io.autobot.agent.metrics.AgentRegistry;
import io.autobot.agent.metrics.Histograms;
import io.autobot.agent.metrics.SeriesGuard;
import io.autobot.agent.redis.RedisDomain;
import io.autobot.agent.redis.RedisServerFigures;
import io.autobot.agent.resilience.ResilienceDomain;
import io.autobot.agent.sampling.Sampler;
import io.autobot.agent.status.StatusBoard;
import io.autobot.agent.tasks.TasksDomain;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Everything that counts: the domains, their registry, the sampler that takes snapshots. Made when something is
 * counted or somebody asks for the numbers, whichever comes first; a service that does neither never loads it.
 */
public final class Telemetry {
    private static final long TICK_NANOS = Duration.ofSeconds(1).toNanos();

    /** How many intervals a server's figures stay before a server that was not asked again is forgotten. */
    private static final int FIGURES_LIVE_INTERVALS = 3;

    /** The first figures come soon, so that a new user sees them within a minute. */
    private static final long FIRST_FIGURES_NANOS = Duration.ofSeconds(2).toNanos();

    private final Config config;
    private final StatusBoard status;
    private final RedisDomain redis;
    private final ResilienceDomain resilience;
    private final TasksDomain tasks;
    private final HttpDomain http;
    private final AgentRegistry registry;

    /**
     * Everything, with its sampler running.
     *
     * @param transformNanos time spent weaving so far
     * @param startNanos time spent in premain, negative while not known
     */
    public Telemetry(
            BuildInfo build, Config config, StatusBoard status, LongSupplier transformNanos, LongSupplier startNanos) {
        this.config = config;
        this.status = status;
        SeriesGuard guard = new SeriesGuard(config.get(Options.METRICS_MAX_SERIES_PER_FAMILY));
        Histograms histograms = new Histograms(family -> config.get(Options.METRICS_BUCKETS, family));
        boolean askServers = config.get(Options.REDIS_SERVER_STATS_ENABLED);
        long interval = config.get(Options.REDIS_SERVER_STATS_INTERVAL).toNanos();
        redis = RedisDomain.create(
                guard,
                histograms,
                new RedisServerFigures(System::nanoTime, FIGURES_LIVE_INTERVALS * interval),
                config.get(Options.REDIS_DATABASES),
                askServers);
        resilience = new ResilienceDomain(guard);
        tasks = new TasksDomain(guard);
        http = new HttpDomain(List.of(), status);
        AgentMetrics agent = new AgentMetrics(
                new AgentMetrics.Build(build.version(), build.commit(), build.builtAt()),
                new AgentMetrics.Sources(status::instrumentations, status::errors, transformNanos, startNanos),
                guard);
        registry = new AgentRegistry(
                List.of(redis.metrics(), resilience.metrics(), tasks.metrics(), agent),
                Instant::now,
                (where, thrown) -> status.error("agent", where, thrown));
        Sampler sampler = new Sampler(status);
        sampler.every("windows", TICK_NANOS, TICK_NANOS, registry::tick);
        if (askServers) {
            sampler.every(
                    "redis server figures",
                    Math.min(interval, FIRST_FIGURES_NANOS),
                    interval,
                    now -> redis.sampleServers());
        }
    }

    /**
     * The domain of this class.
     *
     * @throws IllegalArgumentException if there is no such domain
     */
    public Object domain(Class<?> type) {
        for (Object domain : new Object[] {redis, resilience, tasks, http}) {
            if (type.isInstance(domain)) {
                return domain;
            }
        }
        throw new IllegalArgumentException("no domain " + type.getName());
    }

    /** What the endpoint scrapes; who configured buckets for a family that does not exist is told now. */
    PrometheusRegistry prometheus() {
        config.unknownFamilies(registry.catalogue().names()).forEach(status::warn);
        return registry.prometheus();
    }

    /** All families, the agent's own included. */
    public AgentRegistry registry() {
        return registry;
    }
}
