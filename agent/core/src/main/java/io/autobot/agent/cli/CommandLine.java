package io.autobot.agent.cli;

import io.autobot.agent.log.AgentLog;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** Finds the command that was typed among those it is given, and runs it. Not thread-safe. */
final class CommandLine {
    private static final String HELP = "help";

    private static final String TOOL = "java -jar autobot-agent.jar";

    private final List<Command> commands;

    private final PrintStream out;

    private final PrintStream err;

    CommandLine(List<Command> commands, PrintStream out, PrintStream err) {
        this.commands = new ArrayList<>(commands);
        this.commands.add(new Command(HELP, "", "shows this", (arguments, o, e) -> help(o, Command.OK)));
        this.out = out;
        this.err = err;
    }

    /** Runs what was typed and returns the exit code. Never throws. */
    int run(String... typed) {
        if (typed.length == 0) {
            return help(err, Command.USAGE);
        }
        String name = typed[0].equals("--help") || typed[0].equals("-h") ? HELP : typed[0];
        List<String> arguments = List.of(typed).subList(1, typed.length);
        for (Command command : commands) {
            if (command.name().equals(name)) {
                return run(command, arguments);
            }
        }
        String nearest = Nearest.to(name, commands.stream().map(Command::name).toList());
        err.println(
                "Unknown command \"" + name + "\". Did you mean \"" + nearest + "\"? All commands: " + TOOL + " help");
        return Command.USAGE;
    }

    private int run(Command command, List<String> arguments) {
        if (!command.takes(arguments.size())) {
            err.println("Usage: " + TOOL + " " + command.usage());
            return Command.USAGE;
        }
        try {
            return command.action().run(arguments, out, err);
        } catch (Exception e) {
            err.println(command.name() + " failed: " + AgentLog.brief(e));
            return Command.FAILED;
        }
    }

    private int help(PrintStream to, int exitCode) {
        int width = commands.stream().mapToInt(c -> c.usage().length()).max().orElse(0);
        to.println("Usage: java -javaagent:autobot-agent.jar[=key=value,...] ... to run a service with the agent, or");
        to.println("       " + TOOL + " <command>");
        for (Command command : commands) {
            to.println(
                    "  " + command.usage() + " ".repeat(width - command.usage().length() + 2) + command.summary());
        }
        return exitCode;
    }
}
