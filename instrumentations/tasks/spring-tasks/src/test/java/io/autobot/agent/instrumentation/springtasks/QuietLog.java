package io.autobot.agent.instrumentation.springtasks;

import java.util.logging.Level;
import java.util.logging.Logger;

/** Failures that a test asks for are not to fill its output. */
final class QuietLog {
    private static final Logger SCHEDULING = Logger.getLogger("org.springframework.scheduling");

    private QuietLog() {}

    static void hush() {
        SCHEDULING.setLevel(Level.OFF);
    }
}
