package io.autobot.agent.start;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/**
 * Which build this is, as the build wrote it into the jar.
 *
 * @param version the agent's version
 * @param commit of the source, {@code unknown} outside a jar
 * @param builtAt ISO 8601, {@code unknown} outside a jar
 */
public record BuildInfo(String version, String commit, String builtAt) {
    private static final String RESOURCE = "autobot-agent.properties";

    /** Reads it from the agent's resources. */
    public static BuildInfo read(ClassLoader agent) {
        Properties build = new Properties();
        try (InputStream stream = agent.getResourceAsStream(RESOURCE)) {
            if (stream != null) {
                build.load(stream);
            }
        } catch (IOException unreadable) {
            // An agent that does not know its version works all the same.
        }
        return new BuildInfo(
                build.getProperty("version", "unknown"),
                build.getProperty("commit", "unknown"),
                build.getProperty("built_at", "unknown"));
    }
}
