package io.autobot.agent.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/**
 * A committed file that is generated, or has a generated section: a test holds it equal to what is generated now. With
 * {@code -Dautobot.docs.update=true} the test writes it instead. For one thread at a time.
 */
public final class GeneratedFile {
    private static final String UPDATE = "autobot.docs.update";

    private GeneratedFile() {}

    /**
     * Fails if the file differs from this text.
     *
     * @param path from the repository's root, with slashes
     */
    public static void assertUpToDate(String path, String generated) {
        check(path, committed -> generated);
    }

    /**
     * Fails if what stands between the lines {@code <!-- name: generated -->} and {@code <!-- name: end -->} differs
     * from this text.
     *
     * @param path from the repository's root, with slashes
     * @param generated ends with a line break
     */
    public static void assertSectionUpToDate(String path, String name, String generated) {
        check(path, committed -> replaceSection(path, committed, name, generated));
    }

    static String replaceSection(String path, String committed, String name, String generated) {
        String start = "<!-- " + name + ": generated -->\n";
        String end = "<!-- " + name + ": end -->";
        int from = committed.indexOf(start);
        int to = committed.indexOf(end, Math.max(from, 0));
        assertThat(from >= 0 && to >= 0)
                .as("%s has the lines %s and %s", path, start.strip(), end)
                .isTrue();
        return committed.substring(0, from + start.length()) + generated + committed.substring(to);
    }

    private static void check(String path, UnaryOperator<String> expected) {
        Path root = root();
        Path file = root.resolve(path);
        try {
            String committed = Files.exists(file) ? Files.readString(file).replace("\r\n", "\n") : "";
            String wanted = expected.apply(committed);
            if (Boolean.getBoolean(UPDATE)) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, wanted);
                return;
            }
            assertThat(committed)
                    .as(
                            "%s is generated; write it anew with: mvn verify -pl %s -am -D%s=true",
                            path, root.relativize(Path.of("").toAbsolutePath()), UPDATE)
                    .isEqualTo(wanted);
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
