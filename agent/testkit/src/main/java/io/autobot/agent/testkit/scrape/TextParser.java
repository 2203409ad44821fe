package io.autobot.agent.testkit.scrape;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reads the Prometheus text format 0.0.4 and refuses what Prometheus or its linters would: malformed lines, a series
 * given twice, a family whose lines are not together, HELP or TYPE given twice or after samples.
 */
final class TextParser {
    private static final Set<String> TYPES = Set.of("counter", "gauge", "histogram", "summary", "untyped");
    private static final List<String> SUFFIXES = List.of("_bucket", "_sum", "_count");

    final List<Sample> samples = new ArrayList<>();
    final Map<String, String> types = new LinkedHashMap<>();
    final Map<String, String> helps = new LinkedHashMap<>();

    private final Set<String> series = new HashSet<>();
    private final Set<String> families = new HashSet<>();
    private final Set<String> withSamples = new HashSet<>();
    private String family = "";
    private int number;

    void parse(String text) {
        if (!text.isEmpty() && !text.endsWith("\n")) {
            throw new AssertionError("the last line does not end: " + text.substring(text.lastIndexOf('\n') + 1));
        }
        for (String line : text.split("\n", -1)) {
            number++;
            LineReader reader = new LineReader(line, number);
            if (line.startsWith("# HELP ") || line.startsWith("# TYPE ")) {
                meta(reader, line.charAt(2) == 'H');
            } else if (!line.isBlank() && !line.startsWith("#")) {
                sample(reader);
            }
        }
    }

    private void meta(LineReader line, boolean help) {
        line.skip(7);
        String name = line.name(true);
        enter(name, line);
        String rest = line.atEnd() ? "" : line.afterBlank();
        if (!help && !TYPES.contains(rest)) {
            throw line.failure("unknown type " + rest);
        }
        if (withSamples.contains(name)) {
            throw line.failure((help ? "HELP" : "TYPE") + " after samples of " + name);
        }
        if ((help ? helps : types).put(name, help ? LineReader.unescape(rest, false) : rest) != null) {
            throw line.failure((help ? "HELP" : "TYPE") + " given twice for " + name);
        }
    }

    private void sample(LineReader line) {
        String name = line.name(true);
        Map<String, String> labels = line.labels();
        String[] fields = line.afterBlank().trim().split("[ \t]+");
        if (fields.length > 2 || fields.length == 2 && !fields[1].matches("-?\\d+")) {
            throw line.failure("a value and perhaps a timestamp expected");
        }
        String owner = familyOf(name);
        enter(owner, line);
        withSamples.add(owner);
        if (!series.add(name + new TreeMap<>(labels))) {
            throw line.failure("series given twice");
        }
        samples.add(new Sample(name, labels, line.number(fields[0])));
    }

    private void enter(String name, LineReader line) {
        if (!name.equals(family) && !families.add(name)) {
            throw line.failure("the lines of " + name + " are not together");
        }
        family = name;
    }

    private String familyOf(String name) {
        for (String suffix : SUFFIXES) {
            if (name.endsWith(suffix)) {
                String base = name.substring(0, name.length() - suffix.length());
                String type = types.getOrDefault(base, "");
                if (type.equals("histogram") || type.equals("summary") && !suffix.equals("_bucket")) {
                    return base;
                }
            }
        }
        return name;
    }
}
