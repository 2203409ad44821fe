package io.autobot.agent.start;

import io.autobot.agent.gate.Gate;
import io.autobot.agent.gate.GateIndex;
import io.autobot.agent.spi.Instrumentation;
import io.autobot.agent.status.InstrumentationStatus;
import io.autobot.agent.status.StatusBoard;
import io.autobot.agent.weave.Seen;
import java.util.List;
import net.bytebuddy.agent.ByteBuddyAgent;

/** The agent's gate, weaver and linker at work in this JVM, for the instrumentations of a test. */
public final class TestAgent implements AutoCloseable {
    private final java.lang.instrument.Instrumentation jvm = ByteBuddyAgent.install();
    private final StatusBoard status = new StatusBoard();
    private final Gate gate;

    private TestAgent(ClassLoader agentLoader, List<Instrumentation> instrumentations) {
        Seen.take();
        GateIndex index = GateIndex.of(instrumentations);
        index.entries().forEach(entry -> status.add(entry.name(), entry.group(), true));
        gate = new AgentCore(jvm, agentLoader, status, SharedDispatcher::connect).open(index.entries());
    }

    public static TestAgent of(Instrumentation... instrumentations) {
        return with(TestAgent.class.getClassLoader(), instrumentations);
    }

    /** With advice and generated resources found by this loader. */
    public static TestAgent with(ClassLoader agentLoader, Instrumentation... instrumentations) {
        return new TestAgent(agentLoader, List.of(instrumentations));
    }

    public StatusBoard status() {
        return status;
    }

    /** The state of the instrumentation of this name. */
    public InstrumentationStatus state(String name) {
        return status.instrumentations().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Weaves a class again, as other agents cause it. */
    public void retransform(Class<?> type) throws Exception {
        jvm.retransformClasses(type);
    }

    public java.lang.instrument.Instrumentation jvm() {
        return jvm;
    }

    @Override
    public void close() {
        jvm.removeTransformer(gate);
    }
}
