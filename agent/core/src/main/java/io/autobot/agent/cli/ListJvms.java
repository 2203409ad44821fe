package io.autobot.agent.cli;

import java.util.Map;

/** {@code list}: the JVMs that {@code attach} can reach. */
final class ListJvms {
    private ListJvms() {}

    static Command command() {
        return new Command("list", "", "lists the JVMs of this user on this host", (arguments, out, err) -> {
            Map<String, String> found;
            try {
                found = JdkAttach.open().list();
            } catch (UnsupportedOperationException e) {
                err.println("Cannot list: " + e.getMessage());
                return Command.FAILED;
            }
            found.remove(Long.toString(ProcessHandle.current().pid()));
            found.forEach((pid, shown) -> out.println(
                    pid + "  " + mainClass(shown) + (RunningAgent.in(Long.parseLong(pid)) ? "  (agent on)" : "")));
            return Command.OK;
        });
    }

    /** Without the arguments, which may hold secrets. */
    static String mainClass(String displayName) {
        int jar = displayName.indexOf(".jar");
        int end = jar >= 0 && displayName.startsWith("/") ? jar + 4 : displayName.indexOf(' ');
        String shown = end < 0 ? displayName : displayName.substring(0, end);
        return shown.isEmpty() ? "(unnamed)" : shown;
    }
}
