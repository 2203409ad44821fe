package io.autobot.agent.smoke.demo;

import io.autobot.agent.simulator.Endpoint;
import io.autobot.agent.simulator.ProviderSimulator;
import io.autobot.agent.testkit.jvm.AgentJar;
import io.autobot.agent.testkit.jvm.ForkedJvm;
import io.autobot.agent.testkit.jvm.Jdks;
import io.autobot.agent.testkit.redis.RedisProcess;
import io.autobot.agent.testkit.redis.RedisServers;
import io.autobot.agent.testkit.scrape.Scrape;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.opentest4j.TestAbortedException;

/**
 * The README's first command: the sample service with a Redis of its own and a provider of LLMs that is none, run under
 * the agent, and what the agent's endpoint says about it until Ctrl-C. Whatever was started ends with this program.
 */
public final class Demo {
    private static final int USUAL_PORT = 9465;
    private static final Duration FIRST_METRICS = Duration.ofSeconds(60);

    private Demo() {}

    public static void main(String[] args) throws Exception {
        Options options;
        try {
            options = Options.parse(args);
        } catch (IllegalArgumentException wrong) {
            System.err.println(wrong.getMessage());
            System.exit(2);
            return;
        }
        System.exit(run(options));
    }

    private static int run(Options options) throws Exception {
        Path agent = AgentJar.find();
        Path root = agent.getParent().getParent().getParent().getParent();
        Path service = root.resolve("smoke-tests/sample-service/target/sample-service.jar");
        if (!Files.isRegularFile(service)) {
            System.err.println("There is no " + service + ": run mvn package first");
            return 1;
        }
        RedisProcess redis;
        try {
            redis = new RedisServers().standalone();
        } catch (TestAbortedException noRedis) {
            System.err.println(noRedis.getMessage());
            return 1;
        }
        // Ctrl-C ends everything in the terminal at once; this also removes the server's folder.
        Runtime.getRuntime().addShutdownHook(new Thread(redis::close, "demo-end"));
        ProviderSimulator llm = ProviderSimulator.start();
        int port = options.port() >= 0 ? options.port() : isFree(USUAL_PORT) ? USUAL_PORT : 0;
        try (ForkedJvm shop = ForkedJvm.on(Jdks.current())
                .agent(
                        agent,
                        "port=" + port + ",llm.hosts=127.0.0.1:" + llm.port(Endpoint.OPENAI) + "->openai,config="
                                + root.resolve("smoke-tests/sample-service/autobot-agent.yaml"))
                .jar(service, redis.host(), Integer.toString(redis.port()), llm.url(Endpoint.OPENAI) + "/v1")
                .start()) {
            System.out.println();
            System.out.println("Running, with a Redis " + redis.version() + " on port " + redis.port()
                    + " and an imitation of OpenAI on port " + llm.port(Endpoint.OPENAI) + ":");
            System.out.println("  java -javaagent:" + root.relativize(agent) + " -jar " + root.relativize(service));
            String url = shop.endpointUrl();
            System.out.println("Its metrics, while it runs: " + url + "/metrics");
            System.out.println(options.seconds() > 0 ? "Ends after " + options.seconds() + " s." : "Ends with Ctrl-C.");
            System.out.println();
            return watch(options, shop, url + "/metrics");
        }
    }

    private static int watch(Options options, ForkedJvm shop, String metrics) throws Exception {
        long start = System.nanoTime();
        Screen screen = new Screen(System.out, options.terminal());
        Scrape.await(
                metrics,
                scrape -> !scrape.find("autobot_redis_operations_total").isEmpty(),
                FIRST_METRICS);
        Reading before = Reading.of(metrics);
        while (true) {
            TimeUnit.SECONDS.sleep(options.refresh());
            if (!shop.isAlive()) {
                System.err.println("The service has ended: " + shop.report());
                return 1;
            }
            Reading now = Reading.of(metrics);
            long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start);
            screen.show(new Summary(before, now).lines(seconds));
            before = now;
            if (options.seconds() > 0 && seconds >= options.seconds()) {
                return 0;
            }
        }
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
