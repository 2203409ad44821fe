package io.autobot.agent.testkit.library;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Paths that earlier runs resolved, one small file for each request. An entry whose files are gone does not count. */
final class ResolvedPaths {
    private final Path folder;

    ResolvedPaths() {
        this(defaultFolder());
    }

    ResolvedPaths(Path folder) {
        this.folder = folder;
    }

    Optional<List<File>> find(List<String> coordinates, List<String> exclusions) {
        Path entry = entry(coordinates, exclusions);
        if (!Files.isRegularFile(entry)) {
            return Optional.empty();
        }
        try {
            List<File> files = Files.readAllLines(entry, StandardCharsets.UTF_8).stream()
                    .map(File::new)
                    .collect(Collectors.toList());
            return !files.isEmpty() && files.stream().allMatch(File::isFile) ? Optional.of(files) : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    void put(List<String> coordinates, List<String> exclusions, List<File> files) {
        if (coordinates.stream().anyMatch(c -> c.endsWith("-SNAPSHOT"))) {
            return;
        }
        try {
            Files.createDirectories(folder);
            // Written aside and moved, because test JVMs of several modules may share the folder.
            Path aside = folder.resolve(UUID.randomUUID() + ".tmp");
            Files.write(aside, files.stream().map(File::getPath).collect(Collectors.toList()), StandardCharsets.UTF_8);
            Files.move(aside, entry(coordinates, exclusions), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remember resolved paths in " + folder, e);
        }
    }

    private Path entry(List<String> coordinates, List<String> exclusions) {
        String request = String.join(",", coordinates) + "!" + String.join(",", exclusions);
        return folder.resolve(UUID.nameUUIDFromBytes(request.getBytes(StandardCharsets.UTF_8)) + ".paths");
    }

    private static Path defaultFolder() {
        boolean inModule = Files.isRegularFile(Path.of("pom.xml"));
        Path base = inModule ? Path.of("target") : Path.of(System.getProperty("java.io.tmpdir"));
        return base.resolve("autobot-libraries").toAbsolutePath();
    }
}
