package io.autobot.agent.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/** {@code version}: which build this is. */
final class Version {
    private Version() {}

    static Command command() {
        return new Command("version", "", "names the build: version, commit, time", (arguments, out, err) -> {
            Properties build = build();
            out.println("autobot-agent " + build.getProperty("version", "unknown") + ", commit "
                    + build.getProperty("commit", "unknown") + ", built "
                    + build.getProperty("built_at", "unknown"));
            return Command.OK;
        });
    }

    /** Written by the build into the jar; absent in a test that runs from classes. */
    private static Properties build() throws IOException {
        Properties build = new Properties();
        try (InputStream in = Version.class.getClassLoader().getResourceAsStream("autobot-agent.properties")) {
            if (in != null) {
                build.load(in);
            }
        }
        return build;
    }
}
