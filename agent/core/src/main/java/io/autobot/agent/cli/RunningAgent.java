package io.autobot.agent.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;

/** Whether the agent runs in a process already, as far as can be seen from outside. */
final class RunningAgent {
    private RunningAgent() {}

    /**
     * Looks for the agent's threads, whose names Linux shows (cut to 15 characters). Elsewhere the answer is always no,
     * and the process itself says on its stderr that a second start changes nothing.
     */
    static boolean in(long pid) {
        File[] threads = new File("/proc/" + pid + "/task").listFiles();
        if (threads == null) {
            return false;
        }
        for (File thread : threads) {
            try {
                if (Files.readString(thread.toPath().resolve("comm")).startsWith("autobot-")) {
                    return true;
                }
            } catch (IOException gone) {
                // The thread ended meanwhile.
            }
        }
        return false;
    }
}
