package io.autobot.agent.benchmarks;

import io.autobot.agent.benchmarks.program.ResilienceLoop;
import io.autobot.agent.testkit.jvm.Jdk;
import io.autobot.agent.testkit.library.Libraries;
import java.io.File;
import java.util.List;

/** What an agent adds to one call through a breaker or a retry of Resilience4j, when all goes well. */
public final class ResilienceCost {
    private static final String RESILIENCE4J = "io.github.resilience4j:resilience4j-";

    private ResilienceCost() {}

    public static void main(String[] arguments) {
        Options options = new Options(
                arguments,
                "forks",
                "5",
                "jdks",
                "17,25",
                "agents",
                "autobot",
                "shapes",
                "breaker,retry",
                "resilience4j",
                "1.7.1,2.4.0");
        for (Jdk jdk : options.jdks()) {
            for (String version : options.list("resilience4j")) {
                List<File> library = Libraries.resolveAll(List.of(
                        RESILIENCE4J + "circuitbreaker:" + version,
                        RESILIENCE4J + "retry:" + version,
                        "org.slf4j:slf4j-nop:1.7.36"));
                for (String shape : options.list("shapes")) {
                    String title = "JDK " + jdk.feature() + ": Resilience4j " + version + ", " + shape;
                    CallCost.measure(
                            options,
                            title,
                            agent -> Child.run(jdk, agent, library, ResilienceLoop.class.getName(), shape));
                }
            }
        }
    }
}
