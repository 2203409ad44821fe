package io.autobot.agent.start;

import io.autobot.agent.config.Config;
import io.autobot.agent.config.Options;
import io.autobot.agent.endpoint.Endpoint;
import io.autobot.agent.endpoint.HealthReport;
import io.autobot.agent.gate.Gate;
import io.autobot.agent.gate.GateIndex;
import io.autobot.agent.log.AgentLog;
import io.autobot.agent.log.UncaughtFailures;
import io.autobot.agent.metrics.CategoryStatus;
import io.autobot.agent.metrics.Domains;
import io.autobot.agent.status.Group;
import io.autobot.agent.status.InstrumentationStatus;
import io.autobot.agent.status.StatusBoard;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The agent of this JVM, from its start to the JVM's end. */
final class RunningAgent implements Runnable, Domains.Source, HealthReport.Sources {
    /** Recognised in the exchanges of any HTTP client. */
    private static final Group[] PROTOCOLS = {Group.LLM, Group.GITHUB};

    private static final long NANOS_PER_MILLI = 1_000_000;

    private final ClassLoader agentLoader;
    private final Config config;
    private final GateIndex index;
    private final StatusBoard status;
    private final List<GateIndex.Entry> enabled;
    private final Instant started = Instant.now();
    private volatile long startNanos = -1;
    private volatile Gate gate;
    private AgentCore core;
    private Telemetry telemetry;
    private BuildInfo build;

    RunningAgent(ClassLoader agentLoader, Config config, GateIndex index, StatusBoard status) {
        this.agentLoader = agentLoader;
        this.config = config;
        this.index = index;
        this.status = status;
        this.enabled = AgentStart.enabled(index, config, status);
    }

    /** Lets the instrumentations at the classes of the application. */
    void weave(AgentCore core) {
        Domains.provide(this);
        this.core = core;
        gate = core.open(enabled);
    }

    /** The application's own start may go on; the endpoint opens behind it. */
    void started(long nanos) {
        startNanos = nanos;
        Thread opener = new Thread(this, "autobot-start");
        opener.setDaemon(true);
        opener.setContextClassLoader(null);
        opener.setUncaughtExceptionHandler(UncaughtFailures.HANDLER);
        opener.start();
    }

    /** Opens the endpoint, on a thread of its own, then weaves what waits for the start to be over. */
    @Override
    public void run() {
        long begin = System.nanoTime();
        open();
        if (core.hasLate()) {
            weaveLate(config.get(Options.EXECUTORS_DELAY).toNanos() - (System.nanoTime() - begin));
        }
    }

    private void weaveLate(long inNanos) {
        try {
            Thread.sleep(Math.max(0, inNanos / NANOS_PER_MILLI));
            Thread.currentThread().setPriority(Thread.MIN_PRIORITY);
            core.openLate();
        } catch (Throwable thrown) {
            status.warn("the JVM's executors are not instrumented: " + AgentLog.brief(thrown));
        }
    }

    private void open() {
        try {
            if (config.get(Options.LLM_PRICES) != null) {
                // What is wrong with the file is said now, and not with the first call.
                telemetry().pricesAsOf();
            }
            if (!config.get(Options.ENDPOINT_ENABLED)) {
                sayStarted("metrics are collected but not served: endpoint.enabled is false");
                return;
            }
            Optional<Endpoint> endpoint = EndpointStart.open(config, registry(), health());
            Optional<Endpoint.Bound> bound =
                    endpoint.isPresent() ? endpoint.get().start() : Optional.empty();
            if (bound.isPresent()) {
                sayStarted("metrics at " + bound.get().url());
            }
        } catch (Throwable thrown) {
            status.warn("the metrics endpoint is off, metrics are collected but not served: " + AgentLog.brief(thrown));
        }
    }

    private void sayStarted(String where) {
        StringBuilder names = new StringBuilder();
        for (GateIndex.Entry entry : enabled) {
            names.append(names.length() == 0 ? "" : ", ").append(entry.name());
        }
        AgentLog.info(
                build().version() + ": " + where + "; instrumentations on: " + (names.length() == 0 ? "none" : names));
    }

    @Override
    public Object domain(Class<?> type) {
        return telemetry().domain(type);
    }

    private synchronized Telemetry telemetry() {
        if (telemetry == null) {
            telemetry = new Telemetry(build(), config, status, () -> gate.transformNanos(), () -> startNanos);
        }
        return telemetry;
    }

    private synchronized BuildInfo build() {
        if (build == null) {
            build = BuildInfo.read(agentLoader);
        }
        return build;
    }

    private Supplier<PrometheusRegistry> registry() {
        return new Supplier<PrometheusRegistry>() {
            @Override
            public PrometheusRegistry get() {
                return telemetry().prometheus();
            }
        };
    }

    private HealthReport health() {
        return new HealthReport(build().version(), started, Clock.systemUTC(), this);
    }

    @Override
    public List<InstrumentationStatus> instrumentations() {
        return status.instrumentations();
    }

    @Override
    public List<String> warnings() {
        return new ArrayList<>(status.warnings());
    }

    @Override
    public List<HealthReport.Category> categories() {
        List<HealthReport.Category> categories = new ArrayList<>();
        for (CategoryStatus category : telemetry().registry().categories()) {
            categories.add(new HealthReport.Category(
                    category.category(),
                    isOn(category.category()),
                    category.families(),
                    category.series(),
                    category.lastUpdate()));
        }
        return categories;
    }

    @Override
    public String pricesAsOf() {
        return telemetry().pricesAsOf();
    }

    /**
     * A category is on while one of the instrumentations that feed it is, and for what is read off HTTP while its own
     * switch is too; the agent's own families always are.
     */
    private boolean isOn(String category) {
        for (Group protocol : PROTOCOLS) {
            if (protocol.id().equals(category) && !config.instrumentationEnabled(protocol.id(), protocol, true)) {
                return false;
            }
        }
        boolean known = false;
        for (GateIndex.Entry entry : index.entries()) {
            if (entry.feeds().stream().anyMatch(fed -> fed.id().equals(category))) {
                known = true;
                if (enabled.contains(entry)) {
                    return true;
                }
            }
        }
        return !known;
    }
}
