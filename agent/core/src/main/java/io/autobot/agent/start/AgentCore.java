package io.autobot.agent.start;

import io.autobot.agent.gate.Gate;
import io.autobot.agent.gate.GateIndex;
import io.autobot.agent.link.DispatcherInstaller;
import io.autobot.agent.link.Linker;
import io.autobot.agent.link.ReferenceCheck;
import io.autobot.agent.log.AgentLog;
import io.autobot.agent.status.StatusBoard;
import io.autobot.agent.weave.Verdicts;
import io.autobot.agent.weave.Weaver;
import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.List;

/** Gate, weaver and linker, wired for one JVM. */
public final class AgentCore implements Gate.WeavingFactory {
    private final Instrumentation jvm;
    private final ClassLoader agentLoader;
    private final StatusBoard status;
    private final Verdicts verdicts = new Verdicts();

    /** @param agentLoader where instrumentations, advice and generated resources are found */
    public AgentCore(Instrumentation jvm, ClassLoader agentLoader, StatusBoard status) {
        this.jvm = jvm;
        this.agentLoader = agentLoader;
        this.status = status;
    }

    /**
     * Opens the gate for these instrumentations and weaves what is loaded already. Classes may be loaded before any
     * agent starts: after a late attach, and from an ahead-of-time cache of JDK 24 and later.
     *
     * @param enabled the instrumentations that are switched on
     */
    public Gate open(List<GateIndex.Entry> enabled) {
        Gate gate = new Gate(enabled, status, this);
        if (!enabled.isEmpty()) {
            jvm.addTransformer(gate, true);
            weaveLoaded(gate);
        }
        return gate;
    }

    /** Called by the gate with the first hit. */
    @Override
    public Gate.Weaving create() throws Exception {
        Linker linker = new Linker(agentLoader, new ReferenceCheck(agentLoader), status, verdicts, jvm);
        Class<?> dispatcher = DispatcherInstaller.install(jvm, agentLoader, linker, status);
        return new Weaver(agentLoader, dispatcher, status, verdicts);
    }

    private void weaveLoaded(Gate gate) {
        List<Class<?>> targets = new ArrayList<>(0);
        for (Class<?> loaded : jvm.getAllLoadedClasses()) {
            if (gate.names(loaded.getName()) && jvm.isModifiableClass(loaded)) {
                targets.add(loaded);
            }
        }
        for (Class<?> target : targets) {
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
    }
}
