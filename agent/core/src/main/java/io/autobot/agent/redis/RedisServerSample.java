package io.autobot.agent.redis;

import java.util.Map;

/**
 * What one server said of itself in one sample.
 *
 * @param address host and port as the application wrote them
 * @param runId {@code run_id} of INFO server, by which a server that is reached under two addresses is one; empty if
 *     not known
 * @param version {@code redis_version} of INFO server
 * @param mode {@code redis_mode} of INFO server: standalone, sentinel, cluster
 * @param master whether INFO replication says {@code role:master}
 * @param usedMemoryBytes {@code used_memory} of INFO memory, negative if not known
 * @param keysByIndex keys by database index from INFO keyspace, which leaves empty databases out; {@code null} if not
 *     known
 */
public record RedisServerSample(
        String address,
        String runId,
        String version,
        String mode,
        boolean master,
        long usedMemoryBytes,
        Map<Integer, Long> keysByIndex) {

    /** Copies the map. */
    public RedisServerSample {
        keysByIndex = keysByIndex == null ? null : Map.copyOf(keysByIndex);
    }

    /** What tells servers apart. */
    String identity() {
        return runId == null || runId.isEmpty() ? address : runId;
    }
}
