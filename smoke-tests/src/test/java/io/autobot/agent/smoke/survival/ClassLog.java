package io.autobot.agent.smoke.survival;

import io.autobot.agent.testkit.jvm.ForkedJvmBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What a JVM loaded and from where, as it logged itself. */
final class ClassLog {
    private final Path file;

    ClassLog(Path folder, String name) {
        this.file = folder.resolve(name);
    }

    ForkedJvmBuilder in(ForkedJvmBuilder builder) {
        return builder.jvmArguments("-Xlog:class+load:file=" + file + ":none:filecount=0");
    }

    /** Class name to source. */
    Map<String, String> loaded() {
        Map<String, String> loaded = new LinkedHashMap<>();
        try {
            for (String line : Files.readAllLines(file)) {
                int source = line.indexOf(" source: ");
                if (source > 0) {
                    loaded.put(line.substring(0, source), line.substring(source + " source: ".length()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return loaded;
    }

    /** The classes whose name starts with one of these. */
    List<String> loaded(String... prefixes) {
        return loaded().keySet().stream()
                .filter(name -> List.of(prefixes).stream().anyMatch(name::startsWith))
                .collect(Collectors.toList());
    }

    /** The classes that came from the application's archive. */
    Set<String> fromArchive() {
        return loaded().entrySet().stream()
                .filter(entry -> entry.getValue().startsWith("shared objects file (top)"))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}
