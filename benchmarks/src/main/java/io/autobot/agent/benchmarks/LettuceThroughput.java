package io.autobot.agent.benchmarks;

import io.autobot.agent.benchmarks.program.LettuceLoop;
import io.autobot.agent.testkit.jvm.Jdk;
import io.autobot.agent.testkit.library.Libraries;
import io.autobot.agent.testkit.redis.RedisProcess;
import io.autobot.agent.testkit.redis.RedisServers;
import java.io.File;
import java.util.List;

/** How many GETs one connection of Lettuce carries in a second, and what an agent leaves of that. */
public final class LettuceThroughput {
    private static final double NANOS_PER_SECOND = 1e9;

    private LettuceThroughput() {}

    public static void main(String[] arguments) {
        Options options = new Options(
                arguments,
                "forks",
                "5",
                "jdks",
                "17,25",
                "agents",
                "autobot,opentelemetry,datadog",
                "shapes",
                "async,batch",
                "lettuce",
                "6.8.2,7.7.0");
        try (RedisProcess server = new RedisServers().standalone()) {
            for (Jdk jdk : options.jdks()) {
                for (String version : options.list("lettuce")) {
                    List<File> lettuce = Libraries.resolve("io.lettuce:lettuce-core:" + version + ".RELEASE");
                    for (String shape : options.list("shapes")) {
                        measure(options, jdk, version, lettuce, server, shape);
                    }
                }
            }
        }
    }

    private static void measure(
            Options options, Jdk jdk, String version, List<File> lettuce, RedisProcess server, String shape) {
        Runs runs = new Runs(
                options.agents(),
                options.number("forks"),
                agent -> Child.run(
                        jdk,
                        agent,
                        lettuce,
                        LettuceLoop.class.getName(),
                        server.host(),
                        Integer.toString(server.port()),
                        shape));
        Table table = new Table(
                "JDK " + jdk.feature() + ": Lettuce " + version + ", " + shape,
                "commands/s",
                "% of none",
                "process ns",
                "bytes");
        double alone = perSecond(runs, Agent.NONE);
        for (Agent agent : options.agents()) {
            double with = perSecond(runs, agent);
            table.row(
                    agent.id(),
                    false,
                    ".0f",
                    with,
                    100 * with / alone,
                    runs.added(agent, child -> child.figure("process-ns")),
                    runs.added(agent, child -> child.figure("all-bytes")));
        }
    }

    private static double perSecond(Runs runs, Agent agent) {
        return NANOS_PER_SECOND / runs.median(agent, child -> child.figure("wall-ns"));
    }
}
