package io.autobot.agent.benchmarks;

import io.autobot.agent.testkit.jvm.Jdk;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One measured JVM, from its start to its end. The shell's {@code time} gives wall and CPU time of the whole process,
 * its end included, as nothing inside the JVM could; Linux alone tells the peak of its memory.
 */
final class Child {
    private static final String TIMED = "TIMEFORMAT='%R %U %S'; said=$1; shift; { time \"$@\" 2>\"$said\"; } 2>&1";

    /** A figure on stdout: name, blank, number. */
    private static final String FIGURE = "figure ";

    private final List<String> lines;
    private final double wallSeconds;
    private final double cpuSeconds;

    private Child(List<String> lines) {
        String[] times = lines.get(lines.size() - 1).split(" ");
        this.lines = lines;
        this.wallSeconds = Double.parseDouble(times[0]);
        this.cpuSeconds = Double.parseDouble(times[1]) + Double.parseDouble(times[2]);
    }

    /**
     * Runs a program to its end.
     *
     * @param more class path beside the benchmarks' own classes
     * @throws IllegalStateException when it fails, with what it said
     */
    static Child run(Jdk jdk, Agent agent, List<File> more, String... mainAndArguments) {
        try {
            Path said = Files.createTempFile("benchmark", ".stderr");
            try {
                return run(command(jdk, agent, more, mainAndArguments), said);
            } finally {
                Files.delete(said);
            }
        } catch (IOException e) {
            throw new IllegalStateException("cannot run " + List.of(mainAndArguments), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static List<String> command(Jdk jdk, Agent agent, List<File> more, String... mainAndArguments) {
        List<String> command = new ArrayList<>();
        command.add(jdk.java().toString());
        command.addAll(agent.jvmArguments());
        command.add("-cp");
        command.add(ownClasses()
                + more.stream().map(file -> File.pathSeparator + file).collect(Collectors.joining()));
        command.addAll(List.of(mainAndArguments));
        return command;
    }

    private static Child run(List<String> command, Path said) throws IOException, InterruptedException {
        List<String> timed = new ArrayList<>(List.of("bash", "-c", TIMED, "bash", said.toString()));
        timed.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(timed);
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(Child::changesTheChild);
        environment.put("LC_ALL", "C");
        Process process = builder.start();
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(String.join(" ", command) + "\n" + out + Files.readString(said));
        }
        return new Child(out.lines().collect(Collectors.toList()));
    }

    private static boolean changesTheChild(String variable) {
        return variable.startsWith("AUTOBOT_")
                || variable.startsWith("OTEL_")
                || variable.startsWith("DD_")
                || List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS", "CLASSPATH")
                        .contains(variable);
    }

    private static Path ownClasses() {
        return Path.of(System.getProperty("java.class.path").split(File.pathSeparator)[0]);
    }

    /** From the start of the process to its end. */
    double wallSeconds() {
        return wallSeconds;
    }

    /** User and system time of all threads. */
    double cpuSeconds() {
        return cpuSeconds;
    }

    /** A figure that the program printed by {@link io.autobot.agent.benchmarks.program.Figures}. */
    double figure(String name) {
        return lines.stream()
                .filter(line -> line.startsWith(FIGURE + name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no figure " + name + " in " + lines));
    }
}
