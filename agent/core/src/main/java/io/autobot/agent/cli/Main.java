package io.autobot.agent.cli;

import io.autobot.agent.config.ConfigCheck;
import io.autobot.agent.gate.GateIndex;
import io.autobot.agent.metrics.FamilyDescription;
import io.autobot.agent.start.AgentStart;
import io.autobot.agent.start.Families;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The tool inside the agent's jar: {@code java -jar autobot-agent.jar <command>}. */
public final class Main {
    private Main() {}

    /** Runs one command and ends the JVM: 0 done, 1 failed, 2 not understood. */
    public static void main(String[] args) {
        System.exit(new CommandLine(commands(), System.out, System.err).run(args));
    }

    private static List<Command> commands() {
        return List.of(
                Attach.command(),
                ListJvms.command(),
                CheckConfig.command(file -> ConfigCheck.problems(file, AgentStart.names(index()))),
                Printing.command("metrics", "lists every metric family", Main::families),
                Printing.command("instrumentations", "lists what the agent can see into", Main::instrumentations),
                Version.command());
    }

    private static List<String> families() {
        List<String> lines = new ArrayList<>();
        for (FamilyDescription family : Families.catalogue().families()) {
            lines.add(family.name() + " (" + family.type().name().toLowerCase(Locale.ROOT) + "): " + family.help());
        }
        return lines;
    }

    private static List<String> instrumentations() {
        List<String> lines = new ArrayList<>();
        for (GateIndex.Entry entry : index().entries()) {
            lines.add(entry.name() + " (" + entry.group().id() + "): " + entry.library() + " " + entry.oldest() + " to "
                    + entry.newest());
        }
        return lines;
    }

    private static GateIndex index() {
        try {
            return AgentStart.index(Main.class.getClassLoader());
        } catch (IOException incomplete) {
            throw new UncheckedIOException(incomplete);
        }
    }
}
