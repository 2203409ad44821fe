package io.autobot.agent.smoke.demo;

/**
 * What was typed behind the command.
 *
 * @param seconds how long to run, 0 until Ctrl-C
 * @param port of the endpoint, 0 for any free one, negative for the usual one if it is free
 * @param refresh seconds between two summaries
 * @param terminal whether a summary may overwrite the one before
 */
record Options(int seconds, int port, int refresh, boolean terminal) {
    private static final String USAGE =
            "Usage: ./demo [--seconds N] [--port N] [--refresh N]   (runs until Ctrl-C without --seconds)";

    /** @throws IllegalArgumentException with a sentence for people */
    static Options parse(String... args) {
        int seconds = 0;
        int port = -1;
        int refresh = 2;
        boolean terminal = false;
        for (int i = 0; i < args.length; i++) {
            switch (args[i]) {
                case "--seconds" -> seconds = number(args, ++i, 1, Integer.MAX_VALUE);
                case "--port" -> port = number(args, ++i, 0, 65535);
                case "--refresh" -> refresh = number(args, ++i, 1, 3600);
                case "--terminal" -> terminal = true;
                default -> throw new IllegalArgumentException("Unknown option " + args[i] + ". " + USAGE);
            }
        }
        return new Options(seconds, port, refresh, terminal);
    }

    private static int number(String[] args, int at, int min, int max) {
        try {
            int number = Integer.parseInt(at < args.length ? args[at] : "");
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException none) {
            // The same sentence as for a number out of range.
        }
        throw new IllegalArgumentException(args[at - 1] + " needs a whole number from " + min + ". " + USAGE);
    }
}
