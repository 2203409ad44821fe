package io.autobot.agent.config;

import io.autobot.agent.rules.RuleParser;
import java.util.Map;

/** Reads the rules, apart from {@link ConfigLoader} so that a service without any loads nothing for them. */
final class ConfigRules implements RuleParser.Problems {
    private final Config config;

    private ConfigRules(Config config) {
        this.config = config;
    }

    /** Keeps those that are right; each other one is a problem of the configuration. */
    static void read(Map<String, String> entries, Config config) {
        config.rules(new RuleParser(new ConfigRules(config)).parse(entries));
    }

    @Override
    public void problem(String place, String what) {
        config.problem(place, what);
    }
}
