package io.autobot.agent.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;

/** Whether the agent runs in a process already, as far as can be seen from outside. */
final class RunningAgent {
    private static final String JAR = "autobot-agent";

    private RunningAgent() {}

    /**
     * Looks for the agent's jar among the files that the process holds open, which Linux shows: the agent reads its
     * classes from it as long as it lives. Elsewhere the answer is always no, and the process itself says on its stderr
     * that a second start changes nothing.
     */
    static boolean in(long pid) {
        File[] files = new File("/proc/" + pid + "/fd").listFiles();
        if (files == null) {
            return false;
        }
        for (File file : files) {
            try {
                String name =
                        Files.readSymbolicLink(file.toPath()).getFileName().toString();
                // The agent in a class path alone is open too, in a JVM that runs this command line.
                if (name.startsWith(JAR)
                        && name.endsWith(".jar")
                        && pid != ProcessHandle.current().pid()) {
                    return true;
                }
            } catch (IOException | RuntimeException gone) {
                // Closed meanwhile, or a link that names no file.
            }
        }
        return false;
    }
}
