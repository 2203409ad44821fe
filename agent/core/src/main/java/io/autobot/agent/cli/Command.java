package io.autobot.agent.cli;

import java.io.PrintStream;
import java.util.List;

/**
 * One command of {@code java -jar autobot-agent.jar}.
 *
 * @param name as typed
 * @param arguments as shown in the help, "" for none; those in square brackets may be left out
 * @param summary one line for the help
 * @param action what it does
 */
record Command(String name, String arguments, String summary, Action action) {
    /** It did what was asked. */
    static final int OK = 0;

    /** It was understood but could not be done, or what was checked is wrong. */
    static final int FAILED = 1;

    /** It was not understood. */
    static final int USAGE = 2;

    /** The work behind a command. */
    interface Action {
        /**
         * @param arguments what follows the command's name; their number is checked before
         * @param out takes the answer
         * @param err takes what went wrong
         * @return {@link #OK}, {@link #FAILED} or {@link #USAGE}
         */
        int run(List<String> arguments, PrintStream out, PrintStream err) throws Exception;
    }

    /** How to type it. */
    String usage() {
        return arguments.isEmpty() ? name : name + " " + arguments;
    }

    /** Whether the command takes this many arguments. */
    boolean takes(int count) {
        int most = arguments.isEmpty() ? 0 : arguments.split(" ").length;
        int least = most - (int) arguments.chars().filter(c -> c == '[').count();
        return count >= least && count <= most;
    }
}
