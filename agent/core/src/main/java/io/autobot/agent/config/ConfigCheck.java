package io.autobot.agent.config;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks a configuration file without starting anything: what {@code check-config} prints. */
public final class ConfigCheck {
    private ConfigCheck() {}

    /**
     * What is wrong with a file, one line each, empty if nothing is.
     *
     * @param instrumentations the names there are
     */
    public static List<String> problems(File file, Set<String> instrumentations) {
        String argument = Options.CONFIG.key() + "=" + file.getPath().replace(",", "\\,");
        return Config.load(new Sources().agentArguments(argument).instrumentations(instrumentations))
                .problems();
    }

    /** What this environment holds that would be wrong or looks like ours but is not, one line each. */
    public static List<String> ofEnvironment(Map<String, String> environment, Set<String> instrumentations) {
        Config config = Config.load(new Sources().environment(environment).instrumentations(instrumentations));
        List<String> lines = new ArrayList<>(config.problems());
        lines.addAll(config.notes());
        return lines;
    }
}
