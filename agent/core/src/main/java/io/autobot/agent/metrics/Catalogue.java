package io.autobot.agent.metrics;

import io.autobot.agent.metrics.FamilyDescription.Label;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** All families the agent can show, by category; it writes the reference page. Immutable. */
public final class Catalogue {
    private final Map<String, List<FamilyDescription>> byCategory = new LinkedHashMap<>();

    private Catalogue() {}

    /**
     * The families of several domains, in the order given.
     *
     * @throws IllegalArgumentException if a name occurs twice
     */
    @SafeVarargs
    public static Catalogue of(List<FamilyDescription>... domains) {
        Catalogue catalogue = new Catalogue();
        Set<String> names = new LinkedHashSet<>();
        for (List<FamilyDescription> domain : domains) {
            for (FamilyDescription family : domain) {
                if (!names.add(family.name())) {
                    throw new IllegalArgumentException("metric family " + family.name() + " is described twice");
                }
                catalogue
                        .byCategory
                        .computeIfAbsent(family.category(), any -> new ArrayList<>())
                        .add(family);
            }
        }
        return catalogue;
    }

    /** Every family, category by category. */
    public List<FamilyDescription> families() {
        return byCategory.values().stream().flatMap(List::stream).toList();
    }

    /** The names of all families. */
    public Set<String> names() {
        return families().stream().map(FamilyDescription::name).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The categories in order. */
    public Set<String> categories() {
        return byCategory.keySet();
    }

    /** The text of {@code docs/metrics.md}. */
    public String markdown() {
        StringBuilder page = new StringBuilder("""
                # Metrics

                Generated from the catalogue in the code. "Documented" families keep their names, types and labels;
                "further" ones may still change. A label marked * is open: past `metrics.max-series-per-family` series its
                values become `other`.
                """);
        byCategory.forEach((category, families) -> {
            page.append("\n## ").append(category).append("\n\n");
            page.append("| family | type | labels | unit | meaning | kind |\n|---|---|---|---|---|---|\n");
            families.forEach(family -> page.append(row(family)));
        });
        page.append("\n## Buckets\n\n| kind | upper bounds, in seconds unless the kind says otherwise |\n|---|---|\n");
        for (Buckets kind : Buckets.values()) {
            page.append("| ")
                    .append(kind.name().toLowerCase(java.util.Locale.ROOT))
                    .append(" | ");
            StringBuilder bounds = new StringBuilder();
            for (double bound : kind.upperBounds()) {
                bounds.append(bounds.isEmpty() ? "" : " ")
                        .append(new java.math.BigDecimal(Double.toString(bound))
                                .stripTrailingZeros()
                                .toPlainString());
            }
            page.append(bounds).append(" |\n");
        }
        return page.toString();
    }

    private static String row(FamilyDescription family) {
        String labels = family.labels().stream().map(Catalogue::label).collect(Collectors.joining(", "));
        String view = family.viewOf() == null ? "" : " View of `" + family.viewOf() + "`.";
        return "| `" + family.name() + "` | " + family.type().id() + " | " + labels + " | " + family.unit() + " | "
                + family.help() + view + " | " + (family.documented() ? "documented" : "further") + " |\n";
    }

    private static String label(Label label) {
        return label.isOpen()
                ? label.name() + "*"
                : label.name() + " (" + String.join(", ", label.closedValues()) + ")";
    }
}
