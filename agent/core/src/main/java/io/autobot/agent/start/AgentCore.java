package io.autobot.agent.start;

import io.autobot.agent.flows.Flows;
import io.autobot.agent.gate.Gate;
import io.autobot.agent.gate.GateIndex;
import io.autobot.agent.gate.RequestedTypes;
import io.autobot.agent.link.DispatcherInstaller;
import io.autobot.agent.link.DispatcherTarget;
import io.autobot.agent.link.Linker;
import io.autobot.agent.link.ReferenceCheck;
import io.autobot.agent.log.AgentLog;
import io.autobot.agent.spi.Weaving;
import io.autobot.agent.status.StatusBoard;
import io.autobot.agent.weave.Verdicts;
import io.autobot.agent.weave.Weaver;
import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Gate, weaver and linker, wired for one JVM. */
public final class AgentCore implements Gate.WeavingFactory {
    private final Instrumentation jvm;
    private final ClassLoader agentLoader;
    private final StatusBoard status;
    private final Dispatching dispatching;
    private final Verdicts verdicts = new Verdicts();
    private final List<GateIndex.Entry> late = new ArrayList<>(0);
    private Gate gate;

    /** @param agentLoader where instrumentations, advice and generated resources are found */
    public AgentCore(Instrumentation jvm, ClassLoader agentLoader, StatusBoard status) {
        this(jvm, agentLoader, status, new OwnDispatcher());
    }

    /**
     * With a dispatcher that is not this agent's alone; for tests, where one JVM sees several agents.
     *
     * @param dispatching defines the dispatcher, or finds the one that is there, and connects it
     */
    public AgentCore(Instrumentation jvm, ClassLoader agentLoader, StatusBoard status, Dispatching dispatching) {
        this.jvm = jvm;
        this.agentLoader = agentLoader;
        this.status = status;
        this.dispatching = dispatching;
    }

    /** Connects the dispatcher to its target and returns the dispatcher class; called with the first hit. */
    public interface Dispatching {
        Class<?> connect(Instrumentation jvm, ClassLoader agentLoader, DispatcherTarget target) throws Exception;
    }

    /**
     * Opens the gate for these instrumentations and weaves what is loaded already. Classes may be loaded before any
     * agent starts: after a late attach, and from an ahead-of-time cache of JDK 24 and later.
     *
     * <p>Those that wait until the start is over are passed by; see {@link #openLate}.
     *
     * @param enabled the instrumentations that are switched on
     */
    public Gate open(List<GateIndex.Entry> enabled) {
        return open(enabled, null);
    }

    /**
     * The same with methods that only the configuration names.
     *
     * @param flows what they are; {@code null} for none
     */
    public Gate open(List<GateIndex.Entry> enabled, Flows flows) {
        RequestedTypes requested = new RequestedTypes(jvm, enabled, status);
        List<GateIndex.Entry> atOnce = new ArrayList<>(enabled.size());
        for (GateIndex.Entry entry : enabled) {
            (entry.late() ? late : atOnce).add(entry);
        }
        gate = new Gate(atOnce, requested, status, this);
        if (flows != null) {
            select(gate, enabled, flows);
        }
        if (!enabled.isEmpty()) {
            Weaving.provide(requested);
            jvm.addTransformer(gate, true);
            weaveLoaded((Set<String>) null);
        }
        return gate;
    }

    /** Opens the gate for the instrumentations that waited for the start to be over; once. */
    public void openLate() {
        if (late.isEmpty()) {
            return;
        }
        gate.admit(late);
        Set<String> names = new HashSet<>();
        for (GateIndex.Entry entry : late) {
            names.addAll(entry.types());
        }
        weaveLoaded(names);
    }

    /** Whether {@link #openLate} has anything to do. */
    boolean hasLate() {
        return !late.isEmpty();
    }

    private static void select(Gate gate, List<GateIndex.Entry> enabled, Flows flows) {
        for (GateIndex.Entry entry : enabled) {
            if (entry.name().equals(Flows.INSTRUMENTATION)) {
                Flows.provide(flows);
                gate.select(entry, Flows.TEMPLATE, flows.selections());
                return;
            }
        }
        flows.switchedOff();
    }

    /** Called by the gate with the first hit. */
    @Override
    public Gate.Weaving create() throws Exception {
        Linker linker = new Linker(agentLoader, new ReferenceCheck(agentLoader), status, verdicts, jvm);
        Class<?> dispatcher = dispatching.connect(jvm, agentLoader, linker);
        return new Weaver(agentLoader, dispatcher, status, verdicts);
    }

    /**
     * To weave a class may load those in its signatures, which the JVM then does not show to any transformer: so again,
     * until there is no further one.
     *
     * @param only these, {@code null} for all that the gate means
     */
    private void weaveLoaded(Set<String> only) {
        Set<Class<?>> woven = new HashSet<>();
        for (List<Class<?>> more = loaded(only, woven); !more.isEmpty(); more = loaded(only, woven)) {
            woven.addAll(more);
            try {
                // In one go: each retransformation stops the whole JVM.
                jvm.retransformClasses(more.toArray(new Class<?>[0]));
            } catch (Throwable refused) {
                for (Class<?> target : more) {
                    weaveLoaded(target);
                }
            }
        }
    }

    private List<Class<?>> loaded(Set<String> only, Set<Class<?>> but) {
        List<Class<?>> loaded = new ArrayList<>(0);
        for (Class<?> type : jvm.getAllLoadedClasses()) {
            boolean meant = only == null ? gate.means(type) : only.contains(type.getName());
            if (meant && !but.contains(type) && jvm.isModifiableClass(type)) {
                loaded.add(type);
            }
        }
        return loaded;
    }

    private void weaveLoaded(Class<?> target) {
        try {
            jvm.retransformClasses(target);
        } catch (Throwable thrown) {
            // One class that the JVM refuses must not keep the others from being woven.
            AgentLog.warnOnce(
                    target.getName(),
                    "could not weave " + target.getName() + ", which was loaded before the agent: "
                            + AgentLog.brief(thrown));
        }
    }

    /** The agent alone in its JVM. */
    private static final class OwnDispatcher implements Dispatching {
        @Override
        public Class<?> connect(Instrumentation jvm, ClassLoader agentLoader, DispatcherTarget target)
                throws Exception {
            return DispatcherInstaller.install(jvm, agentLoader, target);
        }
    }
}
