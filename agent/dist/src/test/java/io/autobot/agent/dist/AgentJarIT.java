package io.autobot.agent.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Properties;
import java.util.jar.Attributes;
import java.util.jar.JarInputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The finished jar, as it is handed out. */
class AgentJarIT {
    private static final long MAX_BYTES = 9_000_000;

    private static final File JAR = new File(System.getProperty("autobot.agent.jar"));

    private static ZipFile zip;

    private static List<String> names;

    @BeforeAll
    static void open() throws IOException {
        zip = new ZipFile(JAR);
        names = zip.stream().map(ZipEntry::getName).toList();
    }

    @AfterAll
    static void close() throws IOException {
        zip.close();
    }

    @Test
    void itStaysWithinItsSize() {
        assertThat(JAR.length()).isLessThanOrEqualTo(MAX_BYTES);
    }

    @Test
    void theApplicationSeesTwoClassesAndTheLicences() {
        assertThat(names)
                .filteredOn(name -> !name.startsWith("inst/"))
                .containsExactlyInAnyOrder(
                        "META-INF/MANIFEST.MF",
                        "META-INF/LICENSE",
                        "META-INF/NOTICE",
                        "META-INF/licenses/byte-buddy/ASM",
                        "META-INF/licenses/byte-buddy/LICENSE",
                        "META-INF/licenses/byte-buddy/NOTICE",
                        "io/autobot/agent/AgentClassLoader.class",
                        "io/autobot/agent/AgentLauncher.class");
    }

    @Test
    void insideIsWhatTheAgentNeedsAndNothingThatAJvmCannotRead() {
        assertThat(names)
                .contains(
                        "inst/dispatcher.classdata",
                        "inst/io/autobot/agent/log/AgentLog.classdata",
                        "inst/net/bytebuddy/asm/Advice.classdata",
                        "inst/net/bytebuddy/build/Plugin.classdata",
                        "inst/io/prometheus/metrics/model/registry/PrometheusRegistry.classdata",
                        "inst/org/snakeyaml/engine/v2/api/Load.classdata")
                .noneMatch(name -> name.startsWith("inst/") && name.endsWith(".class"))
                .noneMatch(name -> name.contains("META-INF/versions"))
                .noneMatch(name -> name.contains("META-INF/maven"))
                .noneMatch(name -> name.contains("module-info"))
                .noneMatch(name -> name.contains("java/lang/"))
                .noneMatch(name -> name.endsWith(".dll"))
                .noneMatch(name -> name.contains("protobuf"))
                .noneMatch(name -> name.contains("Plugin$Engine"))
                .noneMatch(name -> name.contains("/dist/"))
                .doesNotHaveDuplicates();
    }

    @Test
    void theLauncherIsReadByJava8AndTheRestByJava17() throws IOException {
        for (String name : names) {
            if (name.endsWith(".class")) {
                assertThat(classFileVersion(name)).as(name).isEqualTo(52);
            } else if (name.endsWith(".classdata")) {
                // Byte Buddy's -jdk5 variant would show here as version 49.
                assertThat(classFileVersion(name)).as(name).isBetween(50, 61);
            }
        }
    }

    @Test
    void theManifestNamesTheLauncherForAgentAttachAndCommandLine() throws IOException {
        Manifest manifest;
        try (JarInputStream in = new JarInputStream(new FileInputStream(JAR))) {
            manifest = in.getManifest();
        }
        assertThat(manifest).as("first entry of the jar").isNotNull();
        Attributes main = manifest.getMainAttributes();
        String launcher = "io.autobot.agent.AgentLauncher";
        assertThat(main.getValue("Premain-Class")).isEqualTo(launcher);
        assertThat(main.getValue("Agent-Class")).isEqualTo(launcher);
        assertThat(main.getValue("Main-Class")).isEqualTo(launcher);
        assertThat(main.getValue("Launcher-Agent-Class")).isNull();
        assertThat(main.getValue("Can-Retransform-Classes")).isEqualTo("true");
        assertThat(main.getValue("Can-Redefine-Classes")).isEqualTo("true");
        assertThat(main.getValue("Multi-Release")).isNull();
        assertThat(main.getValue("Implementation-Version")).isNotBlank();
    }

    @Test
    void theBuildIsNamed() throws IOException {
        Properties build = new Properties();
        try (InputStream in = zip.getInputStream(zip.getEntry("inst/autobot-agent.properties"))) {
            build.load(in);
        }
        assertThat(build.stringPropertyNames()).containsExactlyInAnyOrder("version", "commit", "built_at");
        assertThat(build.getProperty("built_at")).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
        assertThat(build.getProperty("commit")).isNotBlank();
    }

    private static int classFileVersion(String name) throws IOException {
        try (DataInputStream in = new DataInputStream(zip.getInputStream(zip.getEntry(name)))) {
            assertThat(in.readInt()).as(name).isEqualTo(0xCAFEBABE);
            in.readUnsignedShort();
            return in.readUnsignedShort();
        }
    }
}
