package io.autobot.agent.smoke.loaders;

import io.autobot.agent.testkit.jvm.ForkedJvm;
import io.autobot.agent.testkit.jvm.Jdk;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How many objects of which class live in another JVM, after a full collection there. */
public final class Histogram {
    private static final Pattern LINE = Pattern.compile("(?m)^\\s*\\d+:\\s+(\\d+)\\s+\\d+\\s+(\\S+)");

    private Histogram() {}

    /** Counts of the classes whose name begins so. */
    public static Map<String, Long> of(Jdk jdk, ForkedJvm jvm, String... prefixes) throws IOException {
        Map<String, Long> counts = new TreeMap<>();
        Matcher line = LINE.matcher(jcmd(jdk, jvm, "GC.class_histogram"));
        while (line.find()) {
            for (String prefix : prefixes) {
                if (line.group(2).startsWith(prefix)) {
                    counts.merge(line.group(2), Long.parseLong(line.group(1)), Long::sum);
                }
            }
        }
        return counts;
    }

    /** What the JDK's tool says about that JVM. */
    public static String jcmd(Jdk jdk, ForkedJvm jvm, String... command) throws IOException {
        String[] line = new String[command.length + 2];
        line[0] = jdk.tool("jcmd").toString();
        line[1] = Long.toString(jvm.pid());
        System.arraycopy(command, 0, line, 2, command.length);
        Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
        process.getOutputStream().close();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
