package io.autobot.agent.start;

import io.autobot.agent.config.Config;
import io.autobot.agent.config.Options;
import io.autobot.agent.config.Sources;
import io.autobot.agent.gate.GateIndex;
import io.autobot.agent.log.AgentLog;
import io.autobot.agent.status.StatusBoard;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.instrument.Instrumentation;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Where the agent begins, called by the launcher through the agent's class loader. The order: configuration, gate,
 * endpoint behind us on a thread of its own. Everything else waits for its first use.
 *
 * <p>No lambdas and no method references from here to the open endpoint: on JDK 25 the first ones of a JVM with an
 * agent cost some 300 classes, and each further one more than a class of its own.
 */
public final class AgentStart {
    private AgentStart() {}

    /**
     * Starts the agent in this JVM.
     *
     * @param arguments of {@code -javaagent} or of attach, may be {@code null}
     * @throws Exception the launcher says it in one line and the service goes on
     */
    public static void premain(String arguments, Instrumentation jvm) throws Exception {
        long start = System.nanoTime();
        ClassLoader agent = AgentStart.class.getClassLoader();
        GateIndex index = index(agent);
        Config config = Config.load(new Sources()
                .agentArguments(arguments)
                .systemProperties(System.getProperties())
                .environment(System.getenv())
                .jarDirectory(ownJar().getAbsoluteFile().getParentFile())
                .instrumentations(names(index)));
        if (!config.get(Options.ENABLED)) {
            return;
        }
        AgentLog.threshold(config.get(Options.LOG_LEVEL));
        StatusBoard status = new StatusBoard();
        for (String problem : config.problems()) {
            status.warn(problem);
        }
        for (String note : config.notes()) {
            status.note(note);
        }
        RunningAgent running = new RunningAgent(agent, config, index, status);
        running.weave(new AgentCore(jvm, agent, status));
        running.started(System.nanoTime() - start);
    }

    private static File ownJar() throws URISyntaxException {
        return new File(AgentStart.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
    }

    /** The instrumentations of this build. */
    public static GateIndex index(ClassLoader agent) throws IOException {
        try (InputStream stream = agent.getResourceAsStream(GateIndex.RESOURCE)) {
            if (stream == null) {
                throw new IOException(GateIndex.RESOURCE + " is missing from the agent's jar; take a complete one");
            }
            return GateIndex.read(stream);
        }
    }

    /** The names of the instrumentations of this build. */
    public static Set<String> names(GateIndex index) {
        Set<String> names = new HashSet<>();
        for (GateIndex.Entry entry : index.entries()) {
            names.add(entry.name());
        }
        return names;
    }

    /** Those that are switched on; the board knows the others too. */
    static List<GateIndex.Entry> enabled(GateIndex index, Config config, StatusBoard status) {
        List<GateIndex.Entry> enabled = new ArrayList<>();
        for (GateIndex.Entry entry : index.entries()) {
            boolean on = config.instrumentationEnabled(entry.name(), entry.group(), true);
            status.add(entry.name(), entry.group(), on);
            if (on) {
                enabled.add(entry);
            }
        }
        return enabled;
    }
}
