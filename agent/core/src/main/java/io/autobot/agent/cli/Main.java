package io.autobot.agent.cli;

import java.util.List;

/** The tool inside the agent's jar: {@code java -jar autobot-agent.jar <command>}. */
public final class Main {
    private Main() {}

    /** Runs one command and ends the JVM: 0 done, 1 failed, 2 not understood. */
    public static void main(String[] args) {
        System.exit(new CommandLine(commands(), System.out, System.err).run(args));
    }

    private static List<Command> commands() {
        return List.of(Attach.command(), ListJvms.command(), Version.command());
    }
}
