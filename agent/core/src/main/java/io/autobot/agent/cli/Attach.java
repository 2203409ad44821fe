package io.autobot.agent.cli;

import java.io.File;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;

/** {@code attach <pid> [args]}: starts the agent in a JVM that runs already. */
final class Attach {
    private Attach() {}

    static Command command() {
        return new Command(
                "attach", "<pid> [key=value,...]", "starts the agent in a running JVM", (arguments, out, err) -> {
                    File jar = new File(Attach.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI());
                    return run(arguments, jar, out, err);
                });
    }

    static int run(List<String> arguments, File jar, PrintStream out, PrintStream err) {
        long pid;
        try {
            pid = Long.parseLong(arguments.get(0));
        } catch (NumberFormatException e) {
            err.println("\"" + arguments.get(0) + "\" is no process id; the command list shows those of the JVMs here");
            return Command.USAGE;
        }
        String obstacle = obstacle(pid);
        if (obstacle != null) {
            err.println("Cannot attach: " + obstacle);
            return Command.FAILED;
        }
        try {
            JdkAttach.open().load(Long.toString(pid), jar, arguments.size() > 1 ? arguments.get(1) : null);
        } catch (Exception e) {
            err.println("Cannot attach: " + explain(pid, e));
            return Command.FAILED;
        }
        out.println("Process " + pid + " was told to start the agent; the line on its stderr says with what result");
        return Command.OK;
    }

    /** What can be seen without touching the process, {@code null} if nothing stands in the way. */
    private static String obstacle(long pid) {
        Optional<ProcessHandle> process = ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
        if (process.isEmpty()) {
            return "there is no process " + pid + "; the command list shows the JVMs here";
        }
        ProcessHandle self = ProcessHandle.current();
        if (pid == self.pid()) {
            return "process " + pid + " is this tool";
        }
        String owner = process.get().info().user().orElse(null);
        String user = self.info().user().orElse(null);
        if (owner != null && user != null && !owner.equals(user) && !user.equals("root")) {
            return "process " + pid + " belongs to user " + owner + ", this is " + user + ": run the tool as " + owner;
        }
        return RunningAgent.in(pid) ? "the agent runs in process " + pid + " already" : null;
    }

    /** Public types of the attach API, told by name because the API may be missing. */
    private static String explain(long pid, Exception thrown) {
        String message = thrown.getMessage();
        return switch (thrown.getClass().getSimpleName()) {
            case "UnsupportedOperationException" -> message;
            case "AttachNotSupportedException" ->
                "process " + pid + " does not answer (" + message
                        + "): it is no HotSpot JVM, hangs, or runs with -XX:+DisableAttachMechanism";
            case "AgentLoadException", "AgentInitializationException" ->
                "process " + pid + " did not load the agent (" + message
                        + "): see its stderr; with -XX:-EnableDynamicAgentLoading it never does, use -javaagent";
            case "AccessDeniedException", "SecurityException" -> "not permitted (" + message + ")";
            default ->
                "process " + pid + " could not be reached (" + thrown + "): run the tool as the same user, in the"
                        + " same container, and with a temporary folder that both can write";
        };
    }
}
