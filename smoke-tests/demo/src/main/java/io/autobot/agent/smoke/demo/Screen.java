package io.autobot.agent.smoke.demo;

import java.io.PrintStream;
import java.util.List;

/** Shows blocks of lines: on a terminal each over the one before, else one below the other. */
final class Screen {
    private static final String UP = "\u001b[%dA";
    private static final String CLEAR_BELOW = "\u001b[J";

    private final PrintStream out;
    private final boolean terminal;
    private int shown;

    Screen(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    void show(List<String> lines) {
        StringBuilder text = new StringBuilder();
        if (terminal && shown > 0) {
            text.append(String.format(UP, shown)).append(CLEAR_BELOW);
        }
        lines.forEach(line -> text.append(line).append('\n'));
        out.print(text);
        out.flush();
        shown = lines.size();
    }
}
