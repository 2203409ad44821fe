package io.autobot.agent.benchmarks;

import io.autobot.agent.benchmarks.program.JedisLoop;
import io.autobot.agent.testkit.jvm.Jdk;
import io.autobot.agent.testkit.library.Libraries;
import java.io.File;
import java.util.List;

/** What an agent adds to one Redis command of Jedis, over a socket that lies in memory. */
public final class RedisCommandCost {
    private RedisCommandCost() {}

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
                "get,pipeline,pool",
                "jedis",
                "6.2.0,8.0.2");
        for (Jdk jdk : options.jdks()) {
            for (String version : options.list("jedis")) {
                List<File> jedis = Libraries.resolve("redis.clients:jedis:" + version);
                for (String shape : options.list("shapes")) {
                    measure(options, jdk, version, jedis, shape);
                }
            }
        }
    }

    private static void measure(Options options, Jdk jdk, String version, List<File> jedis, String shape) {
        CallCost.measure(
                options,
                "JDK " + jdk.feature() + ": Jedis " + version + ", " + shape,
                agent -> Child.run(jdk, agent, jedis, JedisLoop.class.getName(), shape));
    }
}
