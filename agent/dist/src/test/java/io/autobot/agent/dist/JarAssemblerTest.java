package io.autobot.agent.dist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JarAssemblerTest {
    private static final OffsetDateTime TIME = OffsetDateTime.parse("2026-01-01T00:00:00Z");

    @TempDir
    Path folder;

    private Path generated;

    @BeforeEach
    void root() throws IOException {
        Files.writeString(folder.resolve("LICENSE"), "licence");
        Files.writeString(folder.resolve("NOTICE"), "lib-a   Apache-2.0\nlib-b   Apache-2.0\n");
        generated = Files.createDirectories(folder.resolve("generated"));
    }

    @Test
    void theSameInputGivesTheSameBytesInEveryTimeZone() throws IOException {
        Path library = jar("lib-a-1.0.jar", Map.of("a/A.class", "A", "a/text", "text"));
        TimeZone before = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Tokyo"));
            byte[] first = Files.readAllBytes(assemble(library));
            TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));
            byte[] second = Files.readAllBytes(assemble(library));

            assertThat(second).isEqualTo(first);
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @Test
    void classesAndResourcesGoUnderInstAndTheLauncherToTheRoot() throws IOException {
        Files.writeString(generated.resolve("gate.index"), "index");
        Path ours = jar(
                "autobot-agent-x-1.jar",
                Map.of(
                        "io/autobot/agent/AgentLauncher.class", "launcher",
                        "io/autobot/agent/start/AgentStart.class", "start"));
        Path library = jar(
                "lib-a-1.0.jar",
                Map.of("a/A.class", "A", "META-INF/LICENSE", "its licence", "META-INF/services/a.A", "a.A"));

        assertThat(names(assemble(ours, library)))
                .containsExactly(
                        "META-INF/MANIFEST.MF",
                        "META-INF/LICENSE",
                        "META-INF/NOTICE",
                        "META-INF/licenses/lib-a/LICENSE",
                        "inst/META-INF/services/a.A",
                        "inst/a/A.classdata",
                        "inst/autobot-agent.properties",
                        "inst/gate.index",
                        "inst/io/autobot/agent/start/AgentStart.classdata",
                        "io/autobot/agent/AgentLauncher.class");
    }

    @Test
    void ourClassReplacesALibrarysWhereverItStandsOnTheClassPath() throws IOException {
        Path library = jar("lib-a-1.0.jar", Map.of("a/A.class", "theirs"));
        Path ours = jar("autobot-agent-x-1.jar", Map.of("a/A.class", "ours"));

        assertThat(text(assemble(library, ours), "inst/a/A.classdata")).isEqualTo("ours");
    }

    @Test
    void twoLibrariesWithTheSameClassFailTheBuild() throws IOException {
        Path one = jar("lib-a-1.0.jar", Map.of("a/A.class", "A"));
        Path two = jar("lib-b-1.0.jar", Map.of("a/A.class", "A"));

        assertThatThrownBy(() -> assemble(one, two))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("inst/a/A.classdata")
                .hasMessageContaining("lib-a-1.0.jar")
                .hasMessageContaining("lib-b-1.0.jar");
    }

    @Test
    void aLibraryThatNoticeDoesNotNameFailsTheBuild() throws IOException {
        Path library = jar("lib-a-extra-1.0.jar", Map.of("a/A.class", "A"));

        assertThatThrownBy(() -> assemble(library))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("NOTICE has no line");
    }

    @Test
    void theBuildIsWrittenDown() throws IOException {
        assertThat(text(assemble(), "inst/autobot-agent.properties"))
                .isEqualTo("version=1.2\ncommit=abc\nbuilt_at=2026-01-01T00:00:00Z\n");
    }

    private Path assemble(Path... classPath) throws IOException {
        Path jar = folder.resolve("out/agent.jar");
        JarAssembler.assemble(jar, List.of(classPath), generated, folder, "1.2", "abc", TIME);
        return jar;
    }

    private Path jar(String name, Map<String, String> entries) throws IOException {
        Path jar = folder.resolve(name);
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            for (Map.Entry<String, String> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return jar;
    }

    private static List<String> names(Path jar) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            return zip.stream().map(ZipEntry::getName).toList();
        }
    }

    private static String text(Path jar, String name) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            return new String(zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
