package io.autobot.agent.dist;

import io.autobot.agent.gate.GateIndex;
import io.autobot.agent.link.ReferenceCheck;
import io.autobot.agent.testkit.references.ReferenceCollector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes what the agent knows of its instrumentations without loading them. Runs at build time. */
public final class IndexGenerator {
    private IndexGenerator() {}

    /** @param args the folder for the generated resources */
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        write(
                folder.resolve(GateIndex.RESOURCE),
                GateIndex.of(Instrumentations.ALL).write());
        ReferenceCollector collector = new ReferenceCollector(IndexGenerator.class.getClassLoader());
        write(
                folder.resolve(ReferenceCheck.RESOURCE),
                ReferenceCollector.write(collector.collect(Instrumentations.ALL)));
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
