package io.autobot.agent.cli;

import java.util.List;
import java.util.function.Supplier;

/** A command that prints lines somebody else knows: {@code metrics}, {@code instrumentations}. */
final class Printing {
    private Printing() {}

    /** @param lines asked only when the command runs */
    static Command command(String name, String summary, Supplier<List<String>> lines) {
        return new Command(name, "", summary, (arguments, out, err) -> {
            lines.get().forEach(out::println);
            return Command.OK;
        });
    }
}
