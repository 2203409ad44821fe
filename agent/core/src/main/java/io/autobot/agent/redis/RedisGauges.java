package io.autobot.agent.redis;

import io.autobot.agent.log.AgentLog;
import io.autobot.agent.metrics.FamilyDescription;
import io.autobot.agent.metrics.Rows;
import io.autobot.agent.redis.RedisServerFigures.Server;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The gauges of one scrape: pools, connections and servers, summed by alias. */
final class RedisGauges {
    private static final Set<String> MODES = Set.of("standalone", "sentinel", "cluster");

    /** Far more versions of servers than one database can have; past it the info of further ones is left out. */
    private static final int MAX_INFO_ROWS = 200;

    private final RedisMetrics metrics;
    private final Predicate<String> wanted;
    private final List<MetricSnapshot> snapshots;

    RedisGauges(RedisMetrics metrics, Predicate<String> wanted, List<MetricSnapshot> snapshots) {
        this.metrics = metrics;
        this.wanted = wanted;
        this.snapshots = snapshots;
    }

    void collect() {
        pools();
        servers();
    }

    private static final class PoolSum {
        private long active;
        private long idle;
        private long waiting;
        private long max;
        private boolean unlimited;
    }

    private void pools() {
        Map<String, PoolSum> pools = new TreeMap<>();
        metrics.pools().retain(pool -> safely(() -> sum(pool, pools)));
        Map<String, Long> inUse = new TreeMap<>();
        metrics.connections().retain(connection -> safely(() -> count(connection, inUse)));
        metrics.databases().forEach(database -> inUse.putIfAbsent(database.alias(), 0L));

        Rows active = new Rows(RedisFamilies.CONNECTIONS_ACTIVE);
        inUse.forEach((alias, open) -> {
            PoolSum pool = pools.get(alias);
            active.add(open + (pool == null ? 0 : pool.active), alias);
        });
        Rows size = new Rows(RedisFamilies.POOL_SIZE);
        Rows available = new Rows(RedisFamilies.POOL_AVAILABLE);
        Rows states = new Rows(RedisFamilies.POOL_CONNECTIONS);
        Rows saturation = new Rows(RedisFamilies.POOL_SATURATION);
        pools.forEach((alias, pool) -> {
            size.add(pool.active + pool.idle, alias);
            available.add(pool.idle, alias);
            states.add(pool.active, alias, "active");
            states.add(pool.idle, alias, "idle");
            states.add(pool.waiting, alias, "waiting");
            if (!pool.unlimited) {
                states.add(pool.max, alias, "max");
                if (pool.max > 0) {
                    saturation.add((double) pool.active / pool.max, alias);
                }
            }
        });
        add(RedisFamilies.CONNECTIONS_ACTIVE, active);
        add(RedisFamilies.POOL_SIZE, size);
        add(RedisFamilies.POOL_AVAILABLE, available);
        add(RedisFamilies.POOL_CONNECTIONS, states);
        add(RedisFamilies.POOL_SATURATION, saturation);
    }

    private boolean sum(RedisPoolView pool, Map<String, PoolSum> pools) {
        if (pool.closed()) {
            return false;
        }
        int active = pool.active();
        int idle = pool.idle();
        int waiting = pool.waiting();
        int max = pool.max();
        PoolSum sum = pools.computeIfAbsent(guarded(pool.database()), alias -> new PoolSum());
        sum.active += active;
        sum.idle += idle;
        sum.waiting += waiting;
        sum.max += Math.max(0, max);
        sum.unlimited |= max < 0;
        return true;
    }

    private boolean count(RedisConnectionView connection, Map<String, Long> inUse) {
        if (!connection.open()) {
            return false;
        }
        if (!connection.pooled()) {
            inUse.merge(guarded(connection.database()), 1L, Long::sum);
        }
        return true;
    }

    private void servers() {
        Map<String, Long> memory = new TreeMap<>();
        Map<String, Long> keys = new TreeMap<>();
        Set<List<String>> info = new LinkedHashSet<>();
        for (Server server : metrics.servers().servers()) {
            RedisServerSample sample = server.sample();
            if (!server.aliases().isEmpty() && sample.usedMemoryBytes() >= 0) {
                String lowest = server.aliases().get(server.aliases().firstKey());
                memory.merge(guarded(lowest), sample.usedMemoryBytes(), Long::sum);
            }
            server.aliases().forEach((index, alias) -> {
                String database = guarded(alias);
                if (sample.master() && sample.keysByIndex() != null) {
                    keys.merge(database, sample.keysByIndex().getOrDefault(index, 0L), Long::sum);
                }
                if (info.size() < MAX_INFO_ROWS) {
                    info.add(List.of(database, known(sample.version()), mode(sample.mode())));
                }
            });
        }
        Rows memoryRows = new Rows(RedisFamilies.MEMORY_USED);
        memory.forEach((alias, bytes) -> memoryRows.add(bytes, alias));
        Rows keyRows = new Rows(RedisFamilies.KEYS);
        keys.forEach((alias, count) -> keyRows.add(count, alias));
        Rows infoRows = new Rows(RedisFamilies.SERVER_INFO);
        info.forEach(labels -> infoRows.add(1, labels.toArray(new String[0])));
        add(RedisFamilies.MEMORY_USED, memoryRows);
        add(RedisFamilies.KEYS, keyRows);
        add(RedisFamilies.SERVER_INFO, infoRows);
    }

    /** The alias as the guard lets it be shown. */
    private String guarded(String alias) {
        return metrics.database(alias).alias();
    }

    private void add(FamilyDescription family, Rows rows) {
        if (wanted.test(family.name())) {
            rows.into(snapshots);
        }
    }

    private static String known(String value) {
        return value == null || value.isEmpty() ? "unknown" : value;
    }

    private static String mode(String value) {
        String lower = value == null ? "" : value.toLowerCase(Locale.ROOT);
        return MODES.contains(lower) ? lower : "unknown";
    }

    @FunctionalInterface
    private interface Reading {
        boolean keep();
    }

    /** Reads one view; one that throws is left out of this scrape and kept for the next. */
    private static boolean safely(Reading reading) {
        try {
            return reading.keep();
        } catch (Exception | LinkageError failure) {
            AgentLog.warnOnce(
                    "redis-view:" + failure.getClass().getName(),
                    "the state of a Redis pool or connection could not be read and is left out of the gauges: "
                            + AgentLog.brief(failure));
            return true;
        }
    }
}
