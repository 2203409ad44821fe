package io.autobot.agent.testkit.jvm;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a {@link ForkedJvm} is started with. The environment of this JVM is handed on, except for variables that would
 * change a JVM or an agent ({@code JAVA_TOOL_OPTIONS}, {@code JDK_JAVA_OPTIONS}, {@code _JAVA_OPTIONS},
 * {@code AUTOBOT_*}). For one thread.
 */
public final class ForkedJvmBuilder {
    private final Jdk jdk;
    private final List<String> jvmArguments = new ArrayList<>();
    private final List<String> agents = new ArrayList<>();
    private final List<File> classPath = new ArrayList<>();
    private final List<String> main = new ArrayList<>();
    private final List<String> arguments = new ArrayList<>();
    private final Map<String, String> environment = new LinkedHashMap<>();
    private Path folder = ForkedJvm.here();

    ForkedJvmBuilder(Jdk jdk) {
        this.jdk = jdk;
    }

    /** Arguments before the main class, in order. */
    public ForkedJvmBuilder jvmArguments(String... more) {
        jvmArguments.addAll(Arrays.asList(more));
        return this;
    }

    /** A system property. */
    public ForkedJvmBuilder property(String name, Object value) {
        return jvmArguments("-D" + name + "=" + value);
    }

    /**
     * Our agent, found by {@link AgentJar#find}. Calling this twice gives it twice.
     *
     * @param agentArguments what follows the jar, or empty
     */
    public ForkedJvmBuilder agent(String agentArguments) {
        return agent(AgentJar.find(), agentArguments);
    }

    /** Any agent; several are given in the order of the calls. */
    public ForkedJvmBuilder agent(Path jar, String agentArguments) {
        agents.add("-javaagent:" + jar + (agentArguments.isEmpty() ? "" : "=" + agentArguments));
        return this;
    }

    /** Adds to the class path. */
    public ForkedJvmBuilder classPath(Collection<File> files) {
        classPath.addAll(files);
        return this;
    }

    /** Adds to the class path. */
    public ForkedJvmBuilder classPath(File... files) {
        return classPath(Arrays.asList(files));
    }

    /** The main class and its arguments. */
    public ForkedJvmBuilder main(String className, String... args) {
        return launch(List.of(className), args);
    }

    /** An executable jar and its arguments. */
    public ForkedJvmBuilder jar(Path jar, String... args) {
        return launch(List.of("-jar", jar.toString()), args);
    }

    /** A module's main class ({@code module/class}) and its arguments. */
    public ForkedJvmBuilder module(String moduleAndClass, String... args) {
        return launch(List.of("-m", moduleAndClass), args);
    }

    /** An environment variable; null takes it away. */
    public ForkedJvmBuilder environment(String name, String value) {
        environment.put(name, value);
        return this;
    }

    /** The working folder. */
    public ForkedJvmBuilder in(Path workingFolder) {
        folder = workingFolder;
        return this;
    }

    /** Starts it. Its stdin stays open: {@link ForkedJvm#send}. */
    public ForkedJvm start() {
        if (main.isEmpty()) {
            throw new IllegalStateException("no main class, jar or module given");
        }
        List<String> command = new ArrayList<>();
        command.add(jdk.java().toString());
        command.addAll(agents);
        command.addAll(jvmArguments);
        if (!classPath.isEmpty()) {
            command.add("-cp");
            command.add(ForkedJvm.classPath(classPath));
        }
        command.addAll(main);
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        Map<String, String> given = builder.environment();
        given.keySet()
                .removeIf(name -> name.startsWith("AUTOBOT_")
                        || List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS", "CLASSPATH")
                                .contains(name));
        environment.forEach((name, value) -> {
            if (value == null) {
                given.remove(name);
            } else {
                given.put(name, value);
            }
        });
        return new ForkedJvm(builder);
    }

    private ForkedJvmBuilder launch(List<String> what, String... args) {
        main.clear();
        main.addAll(what);
        arguments.clear();
        arguments.addAll(Arrays.asList(args));
        return this;
    }
}
