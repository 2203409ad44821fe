package io.autobot.agent.dist;

import io.autobot.agent.spi.Description;
import io.autobot.agent.spi.Instrumentation;
import io.autobot.agent.spi.TypeTarget;
import io.autobot.agent.start.Families;
import io.autobot.agent.status.Group;
import java.util.List;
import java.util.stream.Collectors;

/** The generated text on what the agent can see into. */
final class SupportedLibraries {
    private SupportedLibraries() {}

    /** A table with a line for each instrumentation. */
    static String table(List<Instrumentation> instrumentations) {
        StringBuilder text = new StringBuilder("| instrumentation | library | versions | feeds |\n|---|---|---|---|\n");
        for (Instrumentation instrumentation : instrumentations) {
            Description description = Description.of(instrumentation);
            text.append("| `").append(description.name()).append("` | `").append(description.library());
            text.append("` | ").append(description.oldest()).append(" to ").append(description.newest());
            text.append(" | ")
                    .append(description.fed().stream().map(Group::id).collect(Collectors.joining(", ")))
                    .append(" |\n");
        }
        return text.toString();
    }

    /** The whole page. */
    static String page(List<Instrumentation> instrumentations) {
        StringBuilder text = new StringBuilder("# Supported libraries\n\n");
        text.append("Generated from the list in the code (`io.autobot.agent.dist.Instrumentations`).\n\n");
        text.append(table(instrumentations));
        text.append(
                        "\nThe versions are the oldest and the newest minor release that the tests run. A newer one is woven")
                .append(" as long as it still has\nevery class member that the hooks use, which is checked before they")
                .append(" are linked. A version that does not fit is left alone as a whole:\nits state is")
                .append(" `incompatible`, said in one line and on the health page.\n");
        for (Instrumentation instrumentation : instrumentations) {
            append(text, Description.of(instrumentation));
        }
        return text.toString();
    }

    private static void append(StringBuilder text, Description description) {
        String group = description.group().id();
        text.append("\n## ").append(description.name()).append("\n\n");
        text.append("Switched by `instrumentations.")
                .append(description.name())
                .append(".enabled`, with its group by")
                .append(" `instrumentations.")
                .append(group)
                .append(".enabled`.\n\n");
        text.append("Metric families: ").append(families(description)).append(".\n\n");
        if (description.types().isEmpty()) {
            text.append("Classes woven: those that the configuration names.\n");
            return;
        }
        text.append("Classes woven, where the version has them: ")
                .append(description.types().stream()
                        .map(TypeTarget::className)
                        .map(name -> "`" + name + "`")
                        .collect(Collectors.joining(", ")))
                .append(".\n");
    }

    private static String families(Description description) {
        return Families.catalogue().families().stream()
                .filter(family ->
                        description.fed().stream().anyMatch(fed -> fed.id().equals(family.category())))
                .map(family -> "`" + family.name() + "`")
                .collect(Collectors.joining(", "));
    }
}
