package io.autobot.agent.smoke.redis;

import static java.util.stream.Collectors.toMap;

import io.autobot.agent.testkit.redis.RedisProcess;
import io.autobot.agent.testkit.redis.RedisWire;
import io.autobot.agent.testkit.scrape.Sample;
import io.autobot.agent.testkit.scrape.Scrape;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;

/**
 * The gauges while a program waits. At {@code held}: 3 of 5 pooled connections borrowed and 1 idle in sessions, 1 in
 * main and cache each. At {@code pool <database> <active> <idle> <max>}: such a pool.
 */
record HeldConnections(RedisProcess server, SoftAssertions softly) {
    private static final List<String> GAUGES = List.of(
            "autobot_redis_connections_active",
            "autobot_redis_keys_total",
            "autobot_redis_memory_used_bytes",
            "autobot_redis_pool_available",
            "autobot_redis_pool_connections",
            "autobot_redis_pool_saturation_ratio",
            "autobot_redis_pool_size",
            "autobot_redis_server_info");

    /** Less than the value that the program stores before it waits. */
    private static final double BIG = 8e6;

    /** @param version of the library */
    void areShown(String version, String checkpoint, ProgramJvm agent) {
        String[] words = checkpoint.split(" ");
        switch (words[0]) {
            case "held" -> held(version, agent);
            case "pool" ->
                softly.assertThat(pool(agent.scrape(), words[1]))
                        .as(version + ": " + checkpoint)
                        .isEqualTo(sizes(words[2], words[3], words[4]));
            default -> throw new IllegalArgumentException(checkpoint);
        }
    }

    private void held(String version, ProgramJvm agent) {
        long keys = keys(3);
        // The agent asks the server at its own pace; the big value is there, so this reading is new.
        Scrape scrape = Scrape.await(
                agent.jvm().endpointUrl() + "/metrics?name%5B%5D=" + String.join("&name%5B%5D=", GAUGES),
                seen -> seen.sum("autobot_redis_memory_used_bytes") > BIG
                        && Math.abs(seen.sum("autobot_redis_memory_used_bytes") - memory()) < 1e6
                        && seen.sum("autobot_redis_keys_total", "database", "sessions") == keys,
                Duration.ofSeconds(20));
        softly.assertThat(pool(scrape, "sessions")).as(version + ": pool").isEqualTo(sizes("3", "1", "5"));
        softly.assertThat(scrape.value("autobot_redis_pool_size", "database", "sessions"))
                .isEqualTo(4);
        softly.assertThat(scrape.value("autobot_redis_pool_available", "database", "sessions"))
                .isEqualTo(1);
        softly.assertThat(scrape.value("autobot_redis_pool_saturation_ratio", "database", "sessions"))
                .isEqualTo(0.6);
        softly.assertThat(Map.of(
                        "main", scrape.value("autobot_redis_connections_active", "database", "main"),
                        "cache", scrape.value("autobot_redis_connections_active", "database", "cache"),
                        "sessions", scrape.value("autobot_redis_connections_active", "database", "sessions")))
                .as(version + ": connections in use")
                .isEqualTo(Map.of("main", 1.0, "cache", 1.0, "sessions", 3.0));
        // One server, shown once, under the lowest of its databases in use.
        softly.assertThat(scrape.find("autobot_redis_memory_used_bytes")).hasSize(1);
        softly.assertThat(scrape.find("autobot_redis_memory_used_bytes", "database", "main"))
                .hasSize(1);
        softly.assertThat(scrape.value("autobot_redis_keys_total", "database", "main"))
                .as(version + ": keys of database 0")
                .isEqualTo(keys(0));
        softly.assertThat(scrape.find(
                        "autobot_redis_server_info",
                        "database",
                        "sessions",
                        "version",
                        server.version(),
                        "mode",
                        "standalone"))
                .hasSize(1);
    }

    private double memory() {
        try (RedisWire wire = server.connect()) {
            return Double.parseDouble(wire.info("memory", "used_memory"));
        }
    }

    private long keys(int database) {
        try (RedisWire wire = server.connect()) {
            String line = wire.info("keyspace", "db" + database);
            return Long.parseLong(line.split("[=,]")[1]);
        }
    }

    private static Map<String, Double> sizes(String active, String idle, String max) {
        return Map.of(
                "active",
                Double.valueOf(active),
                "idle",
                Double.valueOf(idle),
                "waiting",
                0.0,
                "max",
                Double.valueOf(max));
    }

    private static Map<String, Double> pool(Scrape scrape, String database) {
        return scrape.find("autobot_redis_pool_connections", "database", database).stream()
                .collect(toMap(sample -> sample.labels().get("state"), Sample::value));
    }
}
