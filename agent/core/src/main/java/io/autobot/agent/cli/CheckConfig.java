package io.autobot.agent.cli;

import java.io.File;
import java.util.List;

/** {@code check-config <file>}: says what the agent would refuse or ignore, without starting a service. */
final class CheckConfig {
    /** Reads a configuration file as the agent would. */
    interface Checker {
        /** The problems, one line each that names the key and what to do; empty for a good file. */
        List<String> problems(File file) throws Exception;
    }

    private CheckConfig() {}

    static Command command(Checker checker) {
        return new Command("check-config", "<file>", "checks a configuration file", (arguments, out, err) -> {
            File file = new File(arguments.get(0));
            if (!file.isFile() || !file.canRead()) {
                err.println("There is no readable file " + file.getAbsolutePath());
                return Command.FAILED;
            }
            List<String> problems = checker.problems(file);
            if (problems.isEmpty()) {
                out.println(file + " is fine");
                return Command.OK;
            }
            problems.forEach(err::println);
            return Command.FAILED;
        });
    }
}
