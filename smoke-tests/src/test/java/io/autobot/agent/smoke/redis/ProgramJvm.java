package io.autobot.agent.smoke.redis;

import io.autobot.agent.testkit.jvm.ForkedJvm;
import io.autobot.agent.testkit.jvm.ForkedJvmBuilder;
import io.autobot.agent.testkit.jvm.ForkedJvms;
import io.autobot.agent.testkit.jvm.Jdk;
import io.autobot.agent.testkit.library.LibraryLoader;
import io.autobot.agent.testkit.scrape.Scrape;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** A forked JVM with a {@link ProgramHost} in it, under the agent or without. For one thread. */
final class ProgramJvm {
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final ForkedJvm jvm;
    private int runs;

    private ProgramJvm(ForkedJvm jvm) {
        this.jvm = jvm;
    }

    static ProgramJvm withAgent(ForkedJvms jvms, Jdk jdk, String agentArguments) {
        return new ProgramJvm(jvms.start(host(jdk).agent(agentArguments)));
    }

    static ProgramJvm withoutAgent(ForkedJvms jvms, Jdk jdk) {
        return new ProgramJvm(jvms.start(host(jdk)));
    }

    private static ForkedJvmBuilder host(Jdk jdk) {
        return ForkedJvm.on(jdk)
                .jvmArguments("-Xmx384m")
                .classPath(LibraryLoader.locationOf(ProgramHost.class))
                .main(ProgramHost.class.getName());
    }

    ForkedJvm jvm() {
        return jvm;
    }

    Scrape scrape() {
        try {
            return Scrape.get(jvm.endpointUrl() + "/metrics");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Runs a program to its end.
     *
     * @param checkpoint is told each checkpoint's name; the program waits meanwhile
     */
    Ledger run(String mainClass, List<File> classPath, Map<String, String> settings, Consumer<String> checkpoint) {
        String id = "run" + ++runs;
        List<String> words = new ArrayList<>(List.of(
                id, mainClass, classPath.stream().map(File::getPath).collect(Collectors.joining(File.pathSeparator))));
        settings.forEach((name, value) -> words.add(name + "=" + value));
        jvm.send(String.join("\t", words));
        Set<String> passed = new HashSet<>();
        while (true) {
            String line = jvm.awaitStdout(
                    said -> said.equals(id + " done")
                            || said.startsWith(id + " failed ")
                            || said.startsWith(id + " checkpoint ") && !passed.contains(said),
                    PATIENCE);
            if (line.contains(" failed ")) {
                throw new AssertionError(line + "\n" + jvm.report());
            }
            if (line.endsWith(" done")) {
                return Ledger.parse(jvm.stdout().stream()
                        .filter(said -> said.startsWith(id + " ledger "))
                        .map(said -> said.substring((id + " ledger ").length()))
                        .collect(Collectors.toList()));
            }
            passed.add(line);
            checkpoint.accept(line.substring((id + " checkpoint ").length()));
            jvm.send("go on");
        }
    }
}
