package io.autobot.agent.config;

import io.autobot.agent.rules.Rule;
import io.autobot.agent.status.Group;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What was configured, out of all sources. Does not change once loaded; any thread may ask. Nothing in it throws on a
 * wrong configuration: what is wrong is a line in {@link #problems()} and counts as not said.
 */
public final class Config {
    private static final int MAX_LINES = 20;

    private final Map<String, Object> values = new HashMap<>();
    private final Map<String, Source> origins = new HashMap<>();
    private final List<String> problems = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private List<Rule> rules = List.of();
    private int problemsLeftOut;

    Config() {}

    /** Reads all sources. Never throws for what they hold. */
    public static Config load(Sources sources) {
        Config config = new Config();
        new ConfigLoader(sources, config).load();
        return config;
    }

    /** The value of a key that holds no placeholder; {@code null} if nobody set it and it has no default. */
    public <T> T get(Option<T> option) {
        return value(option, option.key());
    }

    /** The value of a key with a placeholder, for this name; {@code null} if nobody set it. */
    public <T> T get(Option<T> option, String name) {
        return value(option, option.keyFor(name));
    }

    @SuppressWarnings("unchecked") // The loader puts only values that were parsed for this very option.
    private <T> T value(Option<T> option, String key) {
        Object value = values.get(key);
        if (value instanceof double[] bounds) {
            return (T) bounds.clone();
        }
        if (value instanceof Map<?, ?> map) {
            return (T) Collections.unmodifiableMap(map);
        }
        return value == null ? option.defaultValue() : (T) value;
    }

    /**
     * Whether an instrumentation is on: by its own key, else by its group's, else by
     * {@code instrumentations.default-enabled}, which can turn off what is on by default but not the reverse.
     */
    public boolean instrumentationEnabled(String name, Group group, boolean onByDefault) {
        if (values.isEmpty()) {
            return onByDefault;
        }
        Boolean said = get(Options.INSTRUMENTATION_ENABLED, name);
        if (said == null) {
            said = get(Options.INSTRUMENTATION_ENABLED, group.id());
        }
        return said != null ? said : onByDefault && get(Options.INSTRUMENTATIONS_DEFAULT_ENABLED);
    }

    /** Who set a key that holds no placeholder; of a map, the source that beats the others. */
    public Source sourceOf(Option<?> option) {
        return origins.getOrDefault(option.key(), Source.DEFAULT);
    }

    /** The rules that are right; what is wrong with others is among {@link #problems()}. */
    public List<Rule> rules() {
        return rules;
    }

    void rules(List<Rule> read) {
        rules = read;
    }

    /** One line for each thing that is wrong, for stderr and the health page; no line shows a secret. */
    public List<String> problems() {
        if (problemsLeftOut == 0) {
            return Collections.unmodifiableList(problems);
        }
        List<String> all = new ArrayList<>(problems);
        all.add("configuration: " + problemsLeftOut + " further problems are not shown");
        return all;
    }

    /** Lines about what may be none of our business, for the health page and {@code check-config} alone. */
    public List<String> notes() {
        return Collections.unmodifiableList(notes);
    }

    /**
     * One line for each configured bucket list whose family is none of these. Apart from {@link #problems()},
     * because the families are known only after the metrics were loaded, which is long after the start.
     */
    public List<String> unknownFamilies(Set<String> families) {
        List<String> lines = new ArrayList<>();
        for (Map.Entry<String, Source> origin : origins.entrySet()) {
            String family = Options.METRICS_BUCKETS.nameIn(origin.getKey());
            if (family != null && !families.contains(family)) {
                lines.add(origin.getValue().place(origin.getKey()) + ": no such metric family"
                        + Keys.nearest(family, families) + "; ignored");
            }
        }
        Collections.sort(lines);
        return lines;
    }

    void problem(String place, String what) {
        if (problems.size() < MAX_LINES) {
            problems.add(place + ": " + what);
        } else {
            problemsLeftOut++;
        }
    }

    void note(String place, String what) {
        if (notes.size() < MAX_LINES) {
            notes.add(place + ": " + what);
        }
    }

    /** Keeps a value unless a stronger source set the key, or this source did before. */
    void keep(Option<?> option, String key, Source source, Object value) {
        origins.putIfAbsent(key, source);
        if (option.isMap()) {
            // Into one map and not a new one each time: a file may hold very many entries.
            @SuppressWarnings("unchecked")
            Map<String, String> merged = (Map<String, String>) values.get(key);
            if (merged == null) {
                merged = new LinkedHashMap<>();
                values.put(key, merged);
            }
            for (Map.Entry<?, ?> entry : ((Map<?, ?>) value).entrySet()) {
                merged.putIfAbsent((String) entry.getKey(), (String) entry.getValue());
            }
        } else {
            values.putIfAbsent(key, value);
        }
    }

    /** Whether this source set this key already. */
    boolean isKept(String key, Source source) {
        return origins.get(key) == source;
    }
}
