package io.autobot.agent.config;

import java.util.Locale;

/** Where a value of the configuration comes from; an earlier constant beats a later one. */
public enum Source {
    /** {@code -javaagent:autobot-agent.jar=key=value,key=value}. */
    ARGUMENTS,
    /** {@code -Dautobot.key=value}. */
    PROPERTIES,
    /** {@code AUTOBOT_KEY=value}. */
    ENVIRONMENT,
    /** The YAML file. */
    FILE,
    /** Nobody said anything. */
    DEFAULT;

    static final String PROPERTY_PREFIX = "autobot.";
    static final String ENVIRONMENT_PREFIX = "AUTOBOT_";

    /** How a person finds the place where this source sets this key. */
    String place(String key) {
        return switch (this) {
            case ARGUMENTS -> "agent argument '" + key + "'";
            case PROPERTIES -> "system property '" + PROPERTY_PREFIX + key + "'";
            case ENVIRONMENT -> "environment variable '" + environmentName(key) + "'";
            case FILE -> "configuration file, '" + key + "'";
            case DEFAULT -> "default of '" + key + "'";
        };
    }

    /** The environment variable that sets a key. */
    static String environmentName(String key) {
        return ENVIRONMENT_PREFIX.concat(key.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT));
    }
}
