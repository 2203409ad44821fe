package io.autobot.agent.gate;

import io.autobot.agent.spi.Description;
import io.autobot.agent.spi.Instrumentation;
import io.autobot.agent.spi.TypeTarget;
import io.autobot.agent.status.Group;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which classes which instrumentation weaves, known without loading any instrumentation: written at build time, one
 * line an instrumentation, read at start.
 */
public final class GateIndex {
    /** Where the generated file lies, relative to the agent's resources. */
    public static final String RESOURCE = "autobot-agent/gate.index";

    private static final String LATE = "late";
    private static final String AT_ONCE = "at-once";

    private final List<Entry> entries;

    private GateIndex(List<Entry> entries) {
        this.entries = entries;
    }

    /**
     * One instrumentation.
     *
     * @param group with what it is switched
     * @param feeds the categories of the families it feeds
     * @param implementation binary name of the {@link Instrumentation}
     * @param late whether its classes are woven a moment after the start only
     * @param types binary names of its target classes
     */
    public record Entry(
            String name,
            Group group,
            List<Group> feeds,
            String implementation,
            String library,
            String oldest,
            String newest,
            boolean late,
            List<String> types) {}

    /**
     * Asks the instrumentations themselves; at build time and in tests.
     *
     * @throws IllegalArgumentException for two of the same name: both would weave their classes, and all would count twice
     */
    public static GateIndex of(List<? extends Instrumentation> instrumentations) {
        List<Entry> entries = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Instrumentation instrumentation : instrumentations) {
            Description description = Description.of(instrumentation);
            if (!names.add(description.name())) {
                throw new IllegalArgumentException("two instrumentations are called " + description.name());
            }
            List<String> types = new ArrayList<>();
            for (TypeTarget type : description.types()) {
                types.add(type.className());
            }
            entries.add(new Entry(
                    description.name(),
                    description.group(),
                    description.fed(),
                    instrumentation.getClass().getName(),
                    description.library(),
                    description.oldest(),
                    description.newest(),
                    description.isLate(),
                    types));
        }
        return new GateIndex(entries);
    }

    /** Reads what {@link #write} wrote. */
    public static GateIndex read(InputStream stream) throws IOException {
        List<Entry> entries = new ArrayList<>();
        BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            entries.add(parse(line));
        }
        return new GateIndex(entries);
    }

    /** One line an instrumentation, fields separated by a space. */
    public String write() {
        StringBuilder text = new StringBuilder();
        for (Entry entry : entries) {
            text.append(entry.name()).append(' ').append(entry.group().name());
            text.append(' ').append(entry.feeds().stream().map(Group::name).collect(Collectors.joining(",")));
            text.append(' ').append(entry.implementation()).append(' ').append(entry.library());
            text.append(' ').append(entry.oldest()).append(' ').append(entry.newest());
            text.append(' ').append(entry.late() ? LATE : AT_ONCE);
            for (String type : entry.types()) {
                text.append(' ').append(type);
            }
            text.append('\n');
        }
        return text.toString();
    }

    public List<Entry> entries() {
        return entries;
    }

    private static Entry parse(String line) {
        List<String> fields = new ArrayList<>();
        int from = 0;
        for (int space = line.indexOf(' '); space >= 0; space = line.indexOf(' ', from)) {
            fields.add(line.substring(from, space));
            from = space + 1;
        }
        fields.add(line.substring(from));
        return new Entry(
                fields.get(0),
                Group.valueOf(fields.get(1)),
                groups(fields.get(2)),
                fields.get(3),
                fields.get(4),
                fields.get(5),
                fields.get(6),
                fields.get(7).equals(LATE),
                fields.subList(8, fields.size()));
    }

    private static List<Group> groups(String names) {
        List<Group> groups = new ArrayList<>();
        for (String name : names.split(",")) {
            groups.add(Group.valueOf(name));
        }
        return groups;
    }
}
