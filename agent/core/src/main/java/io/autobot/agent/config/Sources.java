package io.autobot.agent.config;

import java.io.File;
import java.util.Map;
import java.util.Set;

/**
 * Everything a configuration is read from, before it is read. Starts with nothing at all; each method adds a source
 * and returns this. For one thread. Has no {@code toString}: an environment holds secrets.
 */
public final class Sources {
    String agentArguments;
    Map<?, ?> systemProperties = Map.of();
    Map<String, String> environment = Map.of();
    File jarDirectory;
    Set<String> instrumentations;

    /** The text after {@code =} of the {@code -javaagent} option; {@code null} for none. */
    public Sources agentArguments(String text) {
        agentArguments = text;
        return this;
    }

    /** The JVM's properties; those that do not start with {@code autobot.} are not looked at. */
    public Sources systemProperties(Map<?, ?> properties) {
        systemProperties = properties;
        return this;
    }

    /** The process' environment; names that do not start with {@code AUTOBOT_} are not looked at. */
    public Sources environment(Map<String, String> variables) {
        environment = variables;
        return this;
    }

    /** Where {@code autobot-agent.yaml} is looked for unless a file is named; {@code null} for nowhere. */
    public Sources jarDirectory(File directory) {
        jarDirectory = directory;
        return this;
    }

    /**
     * The names of the instrumentations there are, so that a misspelt one is noticed; without them any name passes.
     */
    public Sources instrumentations(Set<String> names) {
        instrumentations = names;
        return this;
    }
}
