package io.autobot.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.instrument.Instrumentation;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Against a real second JVM; the agent is a small one that shows it was there. */
class AttachTest {
    private static final String READY = "the service is ready";

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private Process service;

    /** Runs until its stdin ends. */
    public static class Service {
        public static void main(String[] args) throws IOException {
            System.out.println(READY);
            System.in.read();
        }
    }

    /** Stands for the agent: says its arguments, and looks into its jar, which stays open, as the agent's does. */
    public static class Agent {
        public static void agentmain(String args, Instrumentation instrumentation) {
            Objects.requireNonNull(ClassLoader.getSystemResource("empty"));
            System.err.println("attached with " + args);
        }
    }

    @AfterEach
    void stop() throws Exception {
        if (service != null) {
            service.destroy();
            service.waitFor();
        }
    }

    @Test
    void theAgentStartsInARunningJvmWithItsArguments() throws Exception {
        Path log = startService();

        assertThat(attach(Long.toString(service.pid()), "port=0")).isEqualTo(Command.OK);
        assertThat(out.toString()).contains(Long.toString(service.pid()));
        await().atMost(Duration.ofSeconds(20)).until(() -> Files.readString(log).contains("attached with port=0"));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aSecondAttachIsRefusedAndTheListShowsWhereTheAgentIs() throws Exception {
        startService();
        assertThat(attach(Long.toString(service.pid()))).isEqualTo(Command.OK);
        await().atMost(Duration.ofSeconds(20)).until(() -> RunningAgent.in(service.pid()));

        assertThat(attach(Long.toString(service.pid()))).isEqualTo(Command.FAILED);
        assertThat(err.toString()).contains("already");

        ListJvms.command().action().run(List.of(), print(out), print(err));
        assertThat(out.toString().lines())
                .contains(service.pid() + "  " + Service.class.getName() + "  (agent on)")
                .noneMatch(line -> line.startsWith(ProcessHandle.current().pid() + " "));
    }

    @Test
    void aProcessThatIsNotThereIsNamed() throws Exception {
        startService();
        service.destroy();
        service.waitFor();

        assertThat(attach(Long.toString(service.pid()))).isEqualTo(Command.FAILED);
        assertThat(err.toString()).contains("there is no process " + service.pid());
    }

    @Test
    void thisToolIsRefused() throws Exception {
        assertThat(attach(Long.toString(ProcessHandle.current().pid()))).isEqualTo(Command.FAILED);
        assertThat(err.toString()).contains("is this tool");
    }

    @Test
    void aJvmThatForbidsAttachingIsExplained() throws Exception {
        startService("-XX:+DisableAttachMechanism");

        assertThat(attach(Long.toString(service.pid()))).isEqualTo(Command.FAILED);
        assertThat(err.toString()).contains("DisableAttachMechanism").hasLineCount(1);
        assertThat(service.isAlive()).isTrue();
    }

    @Test
    void somethingThatIsNoNumberIsUsage() throws Exception {
        assertThat(attach("my-service")).isEqualTo(Command.USAGE);
        assertThat(err.toString()).contains("my-service");
    }

    private int attach(String... arguments) throws IOException {
        return Attach.run(List.of(arguments), agentJar(), print(out), print(err));
    }

    private Path startService(String... options) throws IOException {
        Path log = folder.resolve("service.log");
        List<String> command = new ArrayList<>(
                List.of(System.getProperty("java.home") + "/bin/java", "-cp", System.getProperty("java.class.path")));
        command.addAll(List.of(options));
        command.add(Service.class.getName());
        service = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        // The signal by which attaching begins ends a JVM that does not handle signals yet.
        await().atMost(Duration.ofSeconds(60)).until(() -> Files.readString(log).contains(READY));
        return log;
    }

    private File agentJar() throws IOException {
        Path jar = folder.resolve("autobot-agent.jar");
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Agent-Class", Agent.class.getName());
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream zip = new JarOutputStream(file, manifest)) {
            zip.putNextEntry(new JarEntry("empty"));
            zip.closeEntry();
        }
        return jar.toFile();
    }

    private static PrintStream print(OutputStream to) {
        return new PrintStream(to, true, StandardCharsets.UTF_8);
    }
}
