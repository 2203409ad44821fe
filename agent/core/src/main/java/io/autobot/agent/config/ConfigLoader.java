package io.autobot.agent.config;

import java.io.File;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads the sources, the strongest first, into a {@link Config}. Runs before the application's main: while nothing is
 * configured it loads no further class of ours, least of all the YAML parser, and concatenates no strings (the first
 * concatenation links an invokedynamic call site).
 */
final class ConfigLoader {
    private static final String DEFAULT_FILE = "autobot-agent.yaml";

    private final Sources sources;
    private final Config config;
    private final Set<String> mapKeysSeen = new HashSet<>();
    private Keys keys;
    private String filePlace;

    ConfigLoader(Sources sources, Config config) {
        this.sources = sources;
        this.config = config;
    }

    void load() {
        if (sources.agentArguments != null && !sources.agentArguments.isBlank()) {
            readArguments(sources.agentArguments);
        }
        for (Map.Entry<?, ?> property : sources.systemProperties.entrySet()) {
            // An application may have put anything at all among its properties.
            if (property.getKey() instanceof String name
                    && name.startsWith(Source.PROPERTY_PREFIX)
                    && property.getValue() instanceof String value) {
                take(Source.PROPERTIES, name.substring(Source.PROPERTY_PREFIX.length()), value, 0);
            }
        }
        for (Map.Entry<String, String> variable : sources.environment.entrySet()) {
            if (variable.getKey().startsWith(Source.ENVIRONMENT_PREFIX)) {
                readVariable(variable.getKey(), variable.getValue());
            }
        }
        readFile();
        Map<String, String> rules = config.get(Options.RULES);
        if (!rules.isEmpty()) {
            ConfigRules.read(rules, config);
        }
    }

    private void readArguments(String text) {
        int number = 0;
        boolean afterSecret = false;
        for (String argument : splitArguments(text)) {
            number++;
            if (argument.isBlank()) {
                continue;
            }
            int equals = argument.indexOf('=');
            String key = equals < 0 ? argument : argument.substring(0, equals).trim();
            // What has no "=", or follows a password, may be the rest of a password that holds a comma.
            if (equals < 0) {
                config.problem("agent argument " + number, "is not key=value; a comma within a value is written \\,");
            } else if (afterSecret && keys().find(Source.ARGUMENTS, key) == null) {
                config.problem("agent argument " + number, "no such key, see docs/configuration.md; ignored");
            } else {
                take(Source.ARGUMENTS, key, argument.substring(equals + 1), 0);
            }
            afterSecret |= key.contains("pass") && !key.endsWith("-file");
        }
    }

    /** Splits at commas; a backslash before a comma makes it part of the value, and is nothing special elsewhere. */
    private static List<String> splitArguments(String text) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length() && text.charAt(i + 1) == ',') {
                part.append(',');
                i++;
            } else if (c == ',') {
                parts.add(part.toString());
                part.setLength(0);
            } else {
                part.append(c);
            }
        }
        parts.add(part.toString());
        return parts;
    }

    private void readVariable(String variable, String value) {
        String key = keys().ofEnvironment(variable);
        if (key == null) {
            config.note(
                    "environment variable '" + Values.shown(variable) + "'",
                    "no key of the agent; if it is not meant for the agent, nothing is wrong");
        } else if (!value.isBlank()) {
            // Set to nothing is how an environment says not set.
            take(Source.ENVIRONMENT, key, value, 0);
        }
    }

    private void readFile() {
        File named = config.get(Options.CONFIG);
        if (named != null) {
            if (named.exists()) {
                read(named);
            } else {
                config.problem(
                        config.sourceOf(Options.CONFIG).place(Options.CONFIG.key()),
                        "there is no file '" + Values.shown(named.getPath())
                                + "'; the rest of the configuration holds");
            }
        } else if (sources.jarDirectory != null) {
            File file = new File(sources.jarDirectory, DEFAULT_FILE);
            if (file.exists()) {
                read(file);
            }
        }
    }

    private void read(File file) {
        filePlace = "configuration file ".concat(Values.shown(file.getPath()));
        new YamlFile(file, this).read();
    }

    /**
     * Notes what is wrong with the file.
     *
     * @param line the line counted from 1, 0 for the file as a whole
     * @param key the key it is about, {@code null} for none
     */
    void fileProblem(int line, String key, String what) {
        Option<?> option = key == null ? null : keys().find(Source.FILE, key);
        String shown = option != null && option.isSecret() ? option.key() : key;
        config.problem(place(Source.FILE, shown, line), what);
    }

    /**
     * Takes one setting.
     *
     * @param value a text, from YAML also a list of texts, or {@code null} for an explicit nothing
     * @param line where in the file, counted from 1; 0 for other sources
     */
    void take(Source source, String key, Object value, int line) {
        Option<?> option = keys().find(source, key);
        if (option == null) {
            if (value != null || !keys().isSection(key)) {
                config.problem(place(source, key, line), keys().unknown(Values.shown(key)) + "; ignored");
            }
            return;
        }
        // What YAML takes for a key below a secret may be the secret.
        String shownKey = option.isSecret() ? option.key() : key;
        if (!option.allowedIn(source)) {
            config.problem(
                    place(source, shownKey, line),
                    option.isSecret()
                            ? "a secret is taken from the environment variable '"
                                    + Source.environmentName(option.key()) + "' or the file named by '"
                                    + option.key() + "-file' only; ignored"
                            : "cannot be set in the file itself; ignored");
            return;
        }
        if (value == null) {
            return;
        }
        try {
            String concrete = option.isPattern() ? key : option.key();
            Object parsed = option.isMap() && !key.equals(option.key())
                    ? Values.entry(option, key.substring(option.key().length() + 1), value)
                    : Values.parse(option, value);
            if (isTwice(source, option, key, concrete)) {
                config.problem(place(source, shownKey, line), "is set twice by this source; the first one holds");
            }
            config.keep(option, concrete, source, parsed);
        } catch (IllegalArgumentException wrong) {
            config.problem(place(source, shownKey, line), wrong.getMessage() + "; ignored");
        }
    }

    private boolean isTwice(Source source, Option<?> option, String key, String concrete) {
        return option.isMap() ? !mapKeysSeen.add(source.name().concat(key)) : config.isKept(concrete, source);
    }

    private String place(Source source, String key, int line) {
        if (source != Source.FILE) {
            return source.place(Values.shown(key));
        }
        String inFile = line > 0 ? filePlace + " line " + line : filePlace;
        return key == null ? inFile : inFile + ", '" + Values.shown(key) + "'";
    }

    private Keys keys() {
        if (keys == null) {
            keys = new Keys(sources.instrumentations);
        }
        return keys;
    }
}
