package io.autobot.agent.redis;

import io.autobot.agent.metrics.FamilyDescription;
import io.autobot.agent.metrics.Histograms;
import io.autobot.agent.metrics.MetricsDomain;
import io.autobot.agent.metrics.SeriesGuard;
import io.autobot.agent.metrics.Windows;
import io.autobot.agent.spi.WeakSet;
import io.prometheus.metrics.core.datapoints.DistributionDataPoint;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/**
 * The numbers of Redis, whatever client library they come from. The only place besides its recorders and views that
 * knows the families of {@link RedisFamilies}.
 *
 * <p>Any thread may call any method. Nothing of the Prometheus client is loaded before the first
 * {@link #database(String)} or the first scrape.
 */
public final class RedisMetrics implements MetricsDomain {
    /** What a database may need of the family in which it has most series, {@code pool_connections} with 4 states. */
    private static final int SERIES_PER_DATABASE = 4;

    /** What a look-up may need likewise: every status of {@code operations}. */
    private static final int SERIES_PER_LOOKUP = 4;

    /** What any other operation may need: the windows of {@code timeout_rate}, as it has 2 statuses. */
    private static final int SERIES_PER_OPERATION = 3;

    private static final String UNKNOWN = "unknown";

    private final IntFunction<String> commandNames;
    private final int commandCount;
    private final IntPredicate lookups;
    private final SeriesGuard.Family databaseRoom;
    private final SeriesGuard.Family operationRoom;
    private final RedisDatabase.FoldedEvents foldedOfDatabase;
    private final RedisOperation.FoldedEvents foldedOfOperation;
    private final Histograms histograms;
    private final RedisServerFigures servers;
    private final LongSupplier nanoClock;
    private final Windows windows;
    private final WeakSet<RedisPoolView> pools = new WeakSet<>();
    private final WeakSet<RedisConnectionView> connections = new WeakSet<>();
    private final ConcurrentHashMap<String, RedisDatabase> databases = new ConcurrentHashMap<>();

    /** Created with the first database. */
    private volatile RedisHistograms durations;

    /**
     * Redis without a command yet.
     *
     * @param commandNames the vocabulary: the value of the {@code operation} label by command id, each name once, id 0
     *     being {@code other}
     * @param commandCount the number of ids
     * @param lookups tells by id which commands may be counted as hit or miss; no other ever is
     * @param guard limits the series
     * @param histograms makes the histograms
     * @param servers what is known of the servers
     * @param nanoClock {@link System#nanoTime()}
     */
    public RedisMetrics(
            IntFunction<String> commandNames,
            int commandCount,
            IntPredicate lookups,
            SeriesGuard guard,
            Histograms histograms,
            RedisServerFigures servers,
            LongSupplier nanoClock) {
        this.commandNames = commandNames;
        this.commandCount = commandCount;
        this.lookups = lookups;
        this.databaseRoom = guard.family(RedisFamilies.POOL_CONNECTIONS);
        this.operationRoom = guard.family(RedisFamilies.OPERATIONS);
        SeriesGuard.Family timeouts = guard.family(RedisFamilies.TIMEOUTS);
        this.foldedOfDatabase = new RedisDatabase.FoldedEvents(
                timeouts, guard.family(RedisFamilies.PUBSUB_MESSAGES), guard.family(RedisFamilies.POOL_WAIT));
        this.foldedOfOperation =
                new RedisOperation.FoldedEvents(operationRoom, guard.family(RedisFamilies.LATENCY), timeouts);
        this.histograms = histograms;
        this.servers = servers;
        this.nanoClock = nanoClock;
        this.windows = new Windows(nanoClock.getAsLong());
    }

    /**
     * The recorder of a database; for a connection that opens or changes its database, not for every command.
     *
     * @param alias the value of the {@code database} label; {@code null} or empty is {@code unknown}. Past the limit of
     *     series it is the recorder of {@code other}.
     */
    public RedisDatabase database(String alias) {
        String name = alias == null || alias.isEmpty() ? UNKNOWN : alias;
        RedisDatabase known = databases.get(name);
        return known != null ? known : admit(name);
    }

    /** Shows a pool in the gauges for as long as it lives and is not closed; it is held weakly. */
    public void register(RedisPoolView pool) {
        pools.add(pool);
    }

    /** Shows a connection in the gauges for as long as it lives and is open; it is held weakly. */
    public void register(RedisConnectionView connection) {
        connections.add(connection);
    }

    @Override
    public List<FamilyDescription> families() {
        return RedisFamilies.ALL;
    }

    @Override
    public List<MetricSnapshot> collect(Predicate<String> wanted) {
        return new RedisScrape(this, wanted, nanoClock.getAsLong()).collect();
    }

    @Override
    public void tick(long nowNanos) {
        windows.tick(nowNanos);
    }

    @Override
    public long activity() {
        long events = servers.updates();
        for (RedisDatabase database : databases.values()) {
            events += database.connectTimeouts()
                    + database.poolTimeouts()
                    + database.publishedMessages()
                    + database.receivedMessages();
            for (RedisOperation operation : database.ownOperations()) {
                events += operation.read().attempts();
            }
        }
        return events;
    }

    private synchronized RedisDatabase admit(String name) {
        RedisDatabase known = databases.get(name);
        if (known != null) {
            return known;
        }
        if (durations == null) {
            durations = new RedisHistograms(histograms);
        }
        boolean admitted = !name.equals(SeriesGuard.OTHER) && databaseRoom.claim(SERIES_PER_DATABASE);
        return admitted
                ? databases.computeIfAbsent(name, alias -> new RedisDatabase(this, alias, commandCount, null))
                : folded();
    }

    /** The database of all that found no room. Refused aliases are not remembered: there may be any number. */
    private RedisDatabase folded() {
        return databases.computeIfAbsent(
                SeriesGuard.OTHER, other -> new RedisDatabase(this, other, commandCount, foldedOfDatabase));
    }

    /** The recorder for a command of a database, or the one of all that found no room. */
    RedisOperation create(RedisDatabase database, int commandId) {
        if (!database.isFolded() && operationRoom.claim(seriesOf(commandId))) {
            return operation(database.alias(), commandNames.apply(commandId), null);
        }
        if (database.isFolded() && commandId == 0) {
            return operation(SeriesGuard.OTHER, SeriesGuard.OTHER, foldedOfOperation);
        }
        RedisDatabase other;
        synchronized (this) {
            other = folded();
        }
        return other.operation(0);
    }

    private int seriesOf(int commandId) {
        return lookups.test(commandId) ? SERIES_PER_LOOKUP : SERIES_PER_OPERATION;
    }

    private RedisOperation operation(String database, String operation, RedisOperation.FoldedEvents folded) {
        return new RedisOperation(database, operation, durations.latency(database, operation), folded, windows);
    }

    DistributionDataPoint poolWait(String database) {
        return durations.poolWait(database);
    }

    /** The histograms, {@code null} before the first database. */
    RedisHistograms durations() {
        return durations;
    }

    Collection<RedisDatabase> databases() {
        return databases.values();
    }

    WeakSet<RedisPoolView> pools() {
        return pools;
    }

    WeakSet<RedisConnectionView> connections() {
        return connections;
    }

    RedisServerFigures servers() {
        return servers;
    }
}
