package io.autobot.agent.testkit.jvm;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the built agent lies. */
public final class AgentJar {
    /** The system property that names the jar. */
    public static final String PROPERTY = "autobot.agent.jar";

    private static final Path BUILT = Path.of("agent", "dist", "target", "autobot-agent.jar");

    private AgentJar() {}

    /**
     * The jar named by {@link #PROPERTY}, else {@code agent/dist/target/autobot-agent.jar} below the working directory
     * or one of its parents.
     *
     * @throws AssertionError when there is none; the message says how to get one
     */
    public static Path find() {
        return find(System.getProperty(PROPERTY), Path.of("").toAbsolutePath());
    }

    static Path find(String named, Path from) {
        if (named != null) {
            Path jar = Path.of(named).toAbsolutePath();
            if (!Files.isRegularFile(jar)) {
                throw new AssertionError("-D" + PROPERTY + "=" + named + " names no file");
            }
            return jar;
        }
        for (Path folder = from; folder != null; folder = folder.getParent()) {
            Path jar = folder.resolve(BUILT);
            if (Files.isRegularFile(jar)) {
                return jar;
            }
        }
        throw new AssertionError("no " + BUILT + " at or above " + from
                + ": run mvn package -pl agent/dist -am, or name" + " a jar with -D" + PROPERTY);
    }
}
