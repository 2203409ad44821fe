package io.autobot.agent.testkit.inprocess;

import io.autobot.agent.config.Config;
import io.autobot.agent.config.Sources;
import io.autobot.agent.gate.Gate;
import io.autobot.agent.gate.GateIndex;
import io.autobot.agent.http.HttpDomain;
import io.autobot.agent.http.HttpProtocol;
import io.autobot.agent.link.DispatcherTarget;
import io.autobot.agent.metrics.Domains;
import io.autobot.agent.spi.Description;
import io.autobot.agent.spi.Instrumentation;
import io.autobot.agent.spi.TypeTarget;
import io.autobot.agent.start.AgentCore;
import io.autobot.agent.start.AgentStart;
import io.autobot.agent.start.BuildInfo;
import io.autobot.agent.start.Telemetry;
import io.autobot.agent.status.StatusBoard;
import io.autobot.agent.testkit.scrape.Scrape;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.instrument.UnmodifiableClassException;
import java.lang.invoke.CallSite;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import net.bytebuddy.agent.ByteBuddyAgent;

/**
 * The agent in the JVM that runs the test: the same gate, weaver, linker and telemetry, without endpoint and jar. One
 * at a time; classes it wove are as they were once it is closed, but for those that carry fields, which keep their
 * shape as long as they live.
 */
final class InProcessAgent implements AutoCloseable {
    private static InProcessAgent open;

    private final java.lang.instrument.Instrumentation jvm = ByteBuddyAgent.install();
    private final StatusBoard status = new StatusBoard();
    private final Queue<Throwable> swallowed = new ConcurrentLinkedQueue<>();
    private final Set<String> carriers = new HashSet<>();
    private final Telemetry telemetry;
    private final Gate gate;

    private InProcessAgent(
            List<Instrumentation> instrumentations, String arguments, boolean throwing, HttpProtocol protocol) {
        GateIndex index = GateIndex.of(instrumentations);
        Config config = Config.load(new Sources().agentArguments(arguments).instrumentations(AgentStart.names(index)));
        if (!config.problems().isEmpty()) {
            throw new IllegalArgumentException(arguments + ": " + config.problems());
        }
        for (Instrumentation instrumentation : instrumentations) {
            for (TypeTarget type : Description.of(instrumentation).types()) {
                if (!type.fields().isEmpty()) {
                    carriers.add(type.className());
                }
            }
        }
        index.entries().forEach(entry -> status.add(entry.name(), entry.group(), true));
        ClassLoader loader = new InProcessLoader(InProcessAgent.class.getClassLoader(), instrumentations, throwing);
        telemetry = new Telemetry(BuildInfo.read(loader), config, status, this::transformNanos, () -> -1);
        HttpDomain recorded = protocol == null ? null : new HttpDomain(List.of(protocol), status);
        Domains.provide(type -> type == HttpDomain.class && recorded != null ? recorded : telemetry.domain(type));
        AgentCore core = new AgentCore(jvm, loader, status, this::connect);
        gate = core.open(index.entries());
        core.openLate();
    }

    /**
     * @param protocol the only one that transports are heard by, {@code null} for those of the agent
     * @throws IllegalStateException when another one is open
     */
    static synchronized InProcessAgent open(
            List<Instrumentation> instrumentations, String arguments, boolean throwing, HttpProtocol protocol) {
        if (open != null) {
            throw new IllegalStateException("another agent weaves in this JVM; its test has not ended");
        }
        // Libraries that earlier tests have dropped would be woven once more.
        System.gc();
        open = new InProcessAgent(instrumentations, arguments, throwing, protocol);
        return open;
    }

    private Class<?> connect(java.lang.instrument.Instrumentation same, ClassLoader loader, DispatcherTarget target)
            throws Exception {
        OneDispatcher.connect(new Recording(target));
        return OneDispatcher.define(same, loader);
    }

    private long transformNanos() {
        // Asked for before the gate is there.
        return gate == null ? 0 : gate.transformNanos();
    }

    StatusBoard status() {
        return status;
    }

    Telemetry telemetry() {
        return telemetry;
    }

    /** What advice threw, in order. */
    Queue<Throwable> swallowed() {
        return swallowed;
    }

    Scrape scrape() {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try {
            PrometheusTextFormatWriter.builder()
                    .build()
                    .write(text, telemetry.registry().prometheus().scrape());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Scrape.parse(text.toString(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        synchronized (InProcessAgent.class) {
            open = null;
        }
        jvm.removeTransformer(gate);
        OneDispatcher.connect(null);
        Class<?>[] woven = Stream.of(jvm.getAllLoadedClasses())
                .filter(loaded -> gate.names(loaded.getName()) && jvm.isModifiableClass(loaded))
                .filter(loaded -> !carriers.contains(loaded.getName()))
                .toArray(Class<?>[]::new);
        try {
            // In one go: each retransformation stops the whole JVM.
            jvm.retransformClasses(woven);
        } catch (UnmodifiableClassException | VirtualMachineError | LinkageError together) {
            for (Class<?> one : woven) {
                unweave(one);
            }
        }
    }

    private void unweave(Class<?> woven) {
        try {
            jvm.retransformClasses(woven);
        } catch (UnmodifiableClassException | VirtualMachineError | LinkageError loaderClosed) {
            // Verifying it would need classes that its loader no longer gives: nothing of it runs any more.
        }
    }

    /** Keeps what the agent only counts. */
    private final class Recording implements DispatcherTarget {
        private final DispatcherTarget linker;

        Recording(DispatcherTarget linker) {
            this.linker = linker;
        }

        @Override
        public CallSite link(MethodHandles.Lookup caller, String name, MethodType type, Object[] arguments) {
            return linker.link(caller, name, type, arguments);
        }

        @Override
        public void failed(Throwable thrown, String instrumentation, String advice) {
            swallowed.add(thrown);
            linker.failed(thrown, instrumentation, advice);
        }
    }
}
