package io.autobot.agent.benchmarks;

import io.autobot.agent.benchmarks.program.Hello;
import io.autobot.agent.benchmarks.program.JedisService;
import io.autobot.agent.testkit.jvm.Jdk;
import io.autobot.agent.testkit.library.Libraries;
import java.io.File;
import java.util.List;
import java.util.function.Function;

/** What an agent adds to a whole process: CPU seconds, wall seconds to its end, peak memory. */
public final class StartUp {
    private static final List<String> PEERS = List.of("autobot", "jmx-exporter", "opentelemetry", "datadog");

    /** Long enough for an endpoint that opens behind the start. */
    private static final String BRIEFLY = "300";

    private static final String LONG = "10000";

    /** A run of the long one takes so many times longer than of the others. */
    private static final int FEWER_LONG_RUNS = 3;

    private StartUp() {}

    public static void main(String[] arguments) {
        Options options = new Options(
                arguments,
                "runs",
                "9",
                "jdks",
                "17,25",
                "agents",
                String.join(",", PEERS),
                "programs",
                "hello,jedis,idle",
                "jedis",
                "6.2.0");
        int runs = options.number("runs");
        for (Jdk jdk : options.jdks()) {
            for (String program : options.list("programs")) {
                switch (program) {
                    case "hello" -> measure(options, jdk, "hello, 0.3 s", runs, List.of(), Hello.class, BRIEFLY);
                    case "idle" ->
                        measure(
                                options,
                                jdk,
                                "hello, 10 s",
                                Math.max(1, runs / FEWER_LONG_RUNS),
                                List.of(),
                                Hello.class,
                                LONG);
                    case "jedis" -> {
                        String version = options.list("jedis").get(0);
                        measure(
                                options,
                                jdk,
                                "Jedis " + version + ", 11 GETs, 0.3 s",
                                runs,
                                Libraries.resolve("redis.clients:jedis:" + version),
                                JedisService.class,
                                BRIEFLY);
                    }
                    default -> throw new IllegalArgumentException(program + " is none of hello, jedis, idle");
                }
            }
        }
    }

    private static void measure(
            Options options, Jdk jdk, String title, int times, List<File> more, Class<?> program, String millis) {
        Function<Agent, Child> run = agent -> Child.run(jdk, agent, more, program.getName(), millis);
        // Not counted: it brings files into the page cache.
        options.agents().forEach(run::apply);
        Runs runs = new Runs(options.agents(), times, run);
        Table table = new Table("JDK " + jdk.feature() + ": " + title, "CPU s", "wall s", "peak MiB");
        for (Agent agent : options.agents()) {
            table.row(
                    agent.id(),
                    agent != Agent.NONE,
                    ".3f",
                    runs.added(agent, Child::cpuSeconds),
                    runs.added(agent, Child::wallSeconds),
                    runs.added(agent, child -> child.figure("peak-MiB")));
        }
    }
}
