package io.autobot.agent.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A committed file that is generated: a test holds it equal to what is generated now, or writes it on demand. */
public final class GeneratedFile {
    private static final String UPDATE = "autobot.docs.update";

    private GeneratedFile() {}

    /**
     * Fails if the file differs from this text. With {@code -Dautobot.docs.update=true} writes the file instead.
     *
     * @param path from the repository's root, with slashes
     */
    public static void assertUpToDate(String path, String generated) {
        Path file = root().resolve(path);
        try {
            if (Boolean.getBoolean(UPDATE)) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, generated);
            }
            String committed = Files.exists(file) ? Files.readString(file, StandardCharsets.UTF_8) : "";
            assertThat(committed.replace("\r\n", "\n"))
                    .as("%s is generated; write it anew with: mvn test -pl agent/core -D%s=true", path, UPDATE)
                    .isEqualTo(generated);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Path root() {
        Path directory = Path.of("").toAbsolutePath();
        while (!Files.exists(directory.resolve("agent/core/pom.xml"))) {
            directory = directory.getParent();
            assertThat(directory)
                    .as("the repository's root above the working directory")
                    .isNotNull();
        }
        return directory;
    }
}
