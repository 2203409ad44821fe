package io.autobot.agent.testkit.redis;

import java.util.Optional;
import org.opentest4j.TestAbortedException;

/** Chooses, once in a JVM, how Redis is run: an installed server, else Docker, else the embedded executable. */
final class RedisChoice {
    private static RedisLauncher chosen;

    private RedisChoice() {}

    /**
     * The launcher for this machine.
     *
     * @throws TestAbortedException where nothing can run a Redis; with {@code CI=true} an {@link AssertionError}
     */
    static synchronized RedisLauncher get() {
        if (chosen == null) {
            Optional<RedisLauncher> found = RedisBinary.installed();
            if (found.isEmpty()) {
                found = DockerRedis.find();
            }
            if (found.isEmpty()) {
                found = EmbeddedRedis.find();
            }
            chosen = found.orElseThrow(RedisChoice::none);
        }
        return chosen;
    }

    private static RuntimeException none() {
        String message = "no Redis for tests: install redis-server, or name one with -D" + RedisBinary.PROPERTY
                + ", or start Docker";
        if ("true".equals(System.getenv("CI"))) {
            throw new AssertionError(message);
        }
        System.err.println("*** [testkit] SKIPPING tests: " + message);
        return new TestAbortedException(message);
    }
}
