package io.autobot.agent.benchmarks;

import io.autobot.agent.benchmarks.program.llm.LlmLoop;
import io.autobot.agent.benchmarks.program.llm.LlmServer;
import io.autobot.agent.testkit.jvm.ForkedJvm;
import io.autobot.agent.testkit.jvm.Jdk;
import java.io.File;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** What an agent adds to a call to an LLM provider, to a megabyte of a streamed reply, and to the way of its events. */
public final class LlmCallCost {
    private static final String PORT = "port ";
    private static final Duration START = Duration.ofSeconds(30);

    private LlmCallCost() {}

    /** A way of calling, with its columns. */
    private enum Shape {
        PLAIN(
                column("wall us", child -> child.figure("wall-ns") / 1e3),
                column("process us", child -> child.figure("process-ns") / 1e3),
                column("bytes", child -> child.figure("all-bytes"))),
        STREAM(
                column("wall ms/MB", child -> child.figure("wall-ns") / 1e6),
                column("process ms/MB", child -> child.figure("process-ns") / 1e6),
                column("bytes/MB", child -> child.figure("all-bytes"))),
        ARRIVAL(
                column("first wait us", child -> child.figure("first-wait-us")),
                column("first us", child -> child.figure("first-us")),
                column("median us", child -> child.figure("median-us")),
                column("p99 us", child -> child.figure("p99-us")));

        private final List<Column> columns;

        Shape(Column... columns) {
            this.columns = List.of(columns);
        }

        String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private record Column(String name, ToDoubleFunction<Child> figure) {}

    private static Column column(String name, ToDoubleFunction<Child> figure) {
        return new Column(name, figure);
    }

    public static void main(String[] arguments) {
        Options options = new Options(
                arguments,
                "forks",
                "5",
                "jdks",
                "17,25",
                "agents",
                "autobot,opentelemetry",
                "shapes",
                "plain,stream,arrival",
                "transports",
                Arrays.stream(LlmTransport.values()).map(LlmTransport::id).collect(Collectors.joining(",")));
        List<LlmTransport> transports = LlmTransport.of(options.list("transports"));
        for (Jdk jdk : options.jdks()) {
            try (ForkedJvm server = server(jdk)) {
                String port =
                        server.awaitStdout(line -> line.startsWith(PORT), START).substring(PORT.length());
                for (String shape : options.list("shapes")) {
                    measure(options, jdk, Shape.valueOf(shape.toUpperCase(Locale.ROOT)), transports, port);
                }
            }
        }
    }

    /** Beside the measured process, so that what it does is not in the figures. */
    private static ForkedJvm server(Jdk jdk) {
        List<File> ownClassPath = Arrays.stream(
                        System.getProperty("java.class.path").split(File.pathSeparator))
                .map(File::new)
                .toList();
        return ForkedJvm.on(jdk)
                .classPath(ownClassPath)
                .main(LlmServer.class.getName())
                .start();
    }

    private static void measure(Options options, Jdk jdk, Shape shape, List<LlmTransport> transports, String port) {
        Table table = new Table(
                "JDK " + jdk.feature() + ": " + shape.id(),
                shape.columns.stream().map(Column::name).toArray(String[]::new));
        for (LlmTransport transport : transports) {
            List<File> library = transport.library();
            Runs runs = new Runs(
                    options.agents(),
                    options.number("forks"),
                    agent -> Child.run(jdk, agent, library, LlmLoop.class.getName(), transport.id(), shape.id(), port));
            for (Agent agent : options.agents()) {
                table.row(
                        transport.id() + ", " + agent.id(),
                        agent != Agent.NONE,
                        ".1f",
                        shape.columns.stream()
                                .mapToDouble(column -> runs.added(agent, column.figure()))
                                .toArray());
            }
        }
    }
}
