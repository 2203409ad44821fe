package io.autobot.agent.start;

import io.autobot.agent.config.Config;
import io.autobot.agent.config.Options;
import io.autobot.agent.github.GithubDomain;
import io.autobot.agent.github.GithubFamilies;
import io.autobot.agent.http.HttpDomain;
import io.autobot.agent.http.HttpProtocol;
import io.autobot.agent.llm.LlmDomain;
import io.autobot.agent.llm.LlmFamilies;
import io.autobot.agent.metrics.AgentMetrics;
import io.autobot.agent.metrics.AgentRegistry;
import io.autobot.agent.metrics.DeferredDomain;
import io.autobot.agent.metrics.Histograms;
import io.autobot.agent.metrics.SeriesGuard;
import io.autobot.agent.redis.RedisDomain;
import io.autobot.agent.redis.RedisFamilies;
import io.autobot.agent.redis.RedisServerFigures;
import io.autobot.agent.resilience.ResilienceDomain;
import io.autobot.agent.resilience.ResilienceFamilies;
import io.autobot.agent.sampling.Sampler;
import io.autobot.agent.status.Group;
import io.autobot.agent.status.StatusBoard;
import io.autobot.agent.tasks.TaskFamilies;
import io.autobot.agent.tasks.TasksDomain;
import io.autobot.agent.workflow.WorkflowDomain;
import io.autobot.agent.workflow.WorkflowFamilies;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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

    private final Config config;
    private final StatusBoard status;
    private final SeriesGuard guard;
    private final Histograms histograms;
    private final Sampler sampler;
    private final AgentRegistry registry;
    private final DeferredDomain redisFamilies = new DeferredDomain(() -> RedisFamilies.ALL);
    private final DeferredDomain resilienceFamilies = new DeferredDomain(() -> ResilienceFamilies.ALL);
    private final DeferredDomain taskFamilies = new DeferredDomain(() -> TaskFamilies.ALL);
    private final DeferredDomain workflowFamilies = new DeferredDomain(() -> WorkflowFamilies.ALL);
    private final DeferredDomain llmFamilies = new DeferredDomain(() -> LlmFamilies.ALL);
    private final DeferredDomain githubFamilies = new DeferredDomain(() -> GithubFamilies.ALL);
    private RedisDomain redis;
    private ResilienceDomain resilience;
    private TasksDomain tasks;
    private WorkflowDomain workflow;
    private LlmDomain llm;
    private GithubDomain github;
    private HttpDomain http;

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
        guard = new SeriesGuard(config.get(Options.METRICS_MAX_SERIES_PER_FAMILY));
        histograms = new Histograms(family -> config.get(Options.METRICS_BUCKETS, family));
        AgentMetrics agent = new AgentMetrics(
                new AgentMetrics.Build(build.version(), build.commit(), build.builtAt()),
                new AgentMetrics.Sources(status::instrumentations, status::errors, transformNanos, startNanos),
                guard);
        registry = new AgentRegistry(
                List.of(
                        redisFamilies,
                        resilienceFamilies,
                        taskFamilies,
                        workflowFamilies,
                        llmFamilies,
                        githubFamilies,
                        agent),
                Instant::now,
                (where, thrown) -> status.error("agent", where, thrown));
        sampler = new Sampler(status);
        sampler.every("windows", TICK_NANOS, TICK_NANOS, registry::tick);
    }

    /**
     * The domain of this class, made when it is first asked for.
     *
     * @throws IllegalArgumentException if there is no such domain
     */
    public synchronized Object domain(Class<?> type) {
        if (type == RedisDomain.class) {
            return redis();
        }
        if (type == HttpDomain.class) {
            return http();
        }
        if (type == ResilienceDomain.class) {
            return resilience();
        }
        if (type == TasksDomain.class) {
            return tasks();
        }
        if (type == WorkflowDomain.class) {
            return workflow();
        }
        if (type == LlmDomain.class) {
            return llm();
        }
        throw new IllegalArgumentException("no domain " + type.getName());
    }

    private RedisDomain redis() {
        if (redis == null) {
            boolean askServers = config.get(Options.REDIS_SERVER_STATS_ENABLED);
            long interval = config.get(Options.REDIS_SERVER_STATS_INTERVAL).toNanos();
            redis = RedisDomain.create(
                    guard,
                    histograms,
                    new RedisServerFigures(System::nanoTime, FIGURES_LIVE_INTERVALS * interval),
                    config.get(Options.REDIS_DATABASES),
                    askServers);
            redisFamilies.made(redis.metrics());
            if (askServers) {
                sampler.soonAndEvery("redis server figures", interval, now -> redis.sampleServers());
            }
        }
        return redis;
    }

    private ResilienceDomain resilience() {
        if (resilience == null) {
            resilience = new ResilienceDomain(guard);
            resilienceFamilies.made(resilience.metrics());
        }
        return resilience;
    }

    private TasksDomain tasks() {
        if (tasks == null) {
            tasks = new TasksDomain(guard, histograms, config);
            taskFamilies.made(tasks.metrics());
        }
        return tasks;
    }

    private WorkflowDomain workflow() {
        if (workflow == null) {
            workflow = new WorkflowDomain(guard, histograms);
            workflowFamilies.made(workflow.metrics());
        }
        return workflow;
    }

    /** With the protocols that are switched on. */
    private HttpDomain http() {
        if (http == null) {
            List<HttpProtocol> protocols = new ArrayList<>();
            if (config.instrumentationEnabled(Group.LLM.id(), Group.LLM, true)) {
                protocols.add(llm().protocol());
            }
            if (config.instrumentationEnabled(Group.GITHUB.id(), Group.GITHUB, true)) {
                github = new GithubDomain(guard, histograms, config.get(Options.GITHUB_HOSTS));
                githubFamilies.made(github.metrics());
                protocols.add(github.protocol());
            }
            http = new HttpDomain(protocols, status);
        }
        return http;
    }

    private LlmDomain llm() {
        if (llm == null) {
            llm = new LlmDomain(guard, histograms, config, status::warn, sampler);
            llmFamilies.made(llm.metrics());
        }
        return llm;
    }

    /** What the price table of LLMs was looked up on; reads it. */
    synchronized String pricesAsOf() {
        return llm().prices().asOf();
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
