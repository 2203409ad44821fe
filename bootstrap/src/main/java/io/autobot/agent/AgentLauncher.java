package io.autobot.agent;

import java.io.File;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.InvocationTargetException;
import java.net.URISyntaxException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What the JVM calls: {@code -javaagent}, attach, and {@code java -jar}. Decides whether the agent may start here and
 * hands over to the agent's own class loader.
 *
 * <p>Java 8 bytecode and nothing newer than Java 8's API, so that an older JVM gets a sentence instead of an
 * {@code UnsupportedClassVersionError}. Nothing here throws into the JVM: a throwing {@code premain} aborts it.
 */
public final class AgentLauncher {
    private static final int OLDEST_JAVA = 17;

    /** The agent is started once in a JVM, however often it is named. */
    private static final AtomicBoolean STARTED = new AtomicBoolean();

    /** Main classes of build tools and of JShell's second JVM, by the start of their names. */
    private static final String[] TOOLS = {
        "org.codehaus.plexus.classworlds.launcher.", // Maven
        "org.apache.maven.wrapper.",
        "org.mvndaemon.mvnd.",
        "org.gradle.wrapper.",
        "org.gradle.launcher.",
        "worker.org.gradle.", // compilers among them
        "org.apache.tools.ant.",
        "xsbt.boot.",
        "sbt.",
        "bloop.",
        "org.jetbrains.kotlin.", // compiler and its daemon
        "com.google.devtools.build.", // Bazel
        "jdk.jshell.",
    };

    /** Build tools that are started by {@code java -jar}. */
    private static final String[] TOOL_JARS = {"gradle-wrapper.jar", "maven-wrapper.jar", "sbt-launch.jar"};

    private AgentLauncher() {}

    /** Called by the JVM before {@code main} for {@code -javaagent:autobot-agent.jar=args}. */
    public static void premain(String args, Instrumentation instrumentation) {
        try {
            if (!notAService()) {
                start(args, instrumentation, false);
            }
        } catch (Throwable thrown) {
            failed(thrown);
        }
    }

    /** Called by the JVM on its attach thread. */
    public static void agentmain(String args, Instrumentation instrumentation) {
        try {
            start(args, instrumentation, true);
        } catch (Throwable thrown) {
            failed(thrown);
        }
    }

    /** The command line tool, {@code java -jar autobot-agent.jar}. */
    public static void main(String[] args) throws Throwable {
        String refusal = refusal(System.getProperty("java.specification.version"));
        if (refusal != null) {
            say(refusal);
            System.exit(2);
        }
        Class<?> tool = new AgentClassLoader(ownJar()).loadClass("io.autobot.agent.cli.Main");
        try {
            tool.getMethod("main", String[].class).invoke(null, (Object) args);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static void start(String args, Instrumentation instrumentation, boolean attached) throws Throwable {
        String refusal = refusal(System.getProperty("java.specification.version"));
        if (refusal != null) {
            say(refusal + "; the service runs without the agent");
            return;
        }
        if (!STARTED.compareAndSet(false, true)) {
            say((attached ? "attached again" : "named by a second -javaagent")
                    + ", but it is in this JVM already: nothing changes");
            return;
        }
        Class<?> agent = new AgentClassLoader(ownJar()).loadClass("io.autobot.agent.start.AgentStart");
        try {
            // The same parameters as the JVM's own call of premain: each new shape of a reflective call makes a newer
            // JVM build some 30 classes of method handles, 12 ms.
            agent.getMethod("premain", String.class, Instrumentation.class).invoke(null, args, instrumentation);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    /**
     * Why the agent does not start on a Java version, {@code null} when it does.
     *
     * @param specificationVersion as {@code java.specification.version} has it: "1.8", "17"
     */
    static String refusal(String specificationVersion) {
        int version;
        try {
            String number =
                    specificationVersion.startsWith("1.") ? specificationVersion.substring(2) : specificationVersion;
            version = Integer.parseInt(number);
        } catch (RuntimeException unknown) {
            version = 0;
        }
        return version >= OLDEST_JAVA
                ? null
                : "needs Java " + OLDEST_JAVA + " or newer, this JVM is Java " + specificationVersion;
    }

    private static boolean notAService() throws URISyntaxException, IOException {
        String options =
                System.getenv("JAVA_TOOL_OPTIONS") + System.getenv("JDK_JAVA_OPTIONS") + System.getenv("_JAVA_OPTIONS");
        return notAService(
                options,
                System.getProperty("jdk.module.main"),
                System.getProperty("sun.java.command"),
                System.getProperty("java.class.path", ""),
                ownJar());
    }

    /**
     * Whether the agent reached, through an environment variable meant for a service, a JVM that is none: a tool of the
     * JDK, a build tool, {@code java -version}, or the agent's own command line. It then stands idle without a word.
     * Named on the command line itself it always starts.
     *
     * @param environment the variables that give a JVM options
     * @param mainModule property {@code jdk.module.main}: set for JDK tools, not for a class path application
     * @param command property {@code sun.java.command}: main class or jar, then arguments; absent for
     *     {@code java -version}
     * @param classPath property {@code java.class.path}; with {@code -jar} the jar
     * @param ownJar the agent's jar
     */
    static boolean notAService(String environment, String mainModule, String command, String classPath, File ownJar)
            throws IOException {
        if (!environment.contains("-javaagent")) {
            return false;
        }
        if (mainModule != null) {
            return mainModule.startsWith("java.") || mainModule.startsWith("jdk.");
        }
        // The source launcher, "java Service.java", has a command in jdk.compiler but no main module: a service.
        if (command == null && classPath.isEmpty()) {
            return true;
        }
        File jar = new File(classPath);
        // Perhaps by a link, which the JVM has resolved in only one of the two.
        if (jar.isFile() && jar.getCanonicalFile().equals(ownJar.getCanonicalFile())) {
            return true;
        }
        for (String tool : TOOLS) {
            if (command != null && command.startsWith(tool)) {
                return true;
            }
        }
        for (String tool : TOOL_JARS) {
            if (classPath.endsWith(tool)) {
                return true;
            }
        }
        return false;
    }

    private static File ownJar() throws URISyntaxException {
        return new File(AgentLauncher.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
    }

    private static void failed(Throwable thrown) {
        try {
            say("ERROR did not start, the service runs without it: " + thrown);
        } catch (Throwable ignored) {
            // Not even a line can be printed; the application comes first.
        }
    }

    private static void say(String message) {
        System.err.println("[autobot-agent] " + message.replace('\n', ' '));
    }
}
