package io.autobot.agent.redis;

import io.autobot.agent.metrics.Domains;
import io.autobot.agent.metrics.Histograms;
import io.autobot.agent.metrics.SeriesGuard;
import io.autobot.agent.spi.StateMap;
import java.util.Map;

/**
 * Redis as a whole: where the state objects of all Redis clients find the metrics and the names of databases. Made
 * with the first connection that is seen, so that a service without Redis never loads any of it. Any thread.
 */
public final class RedisDomain {
    /** Here and not beside a client: pool and client may stand in different class loaders. */
    private final StateMap<Object, RedisPoolOrigin> origins = new StateMap<>();

    private final RedisMetrics metrics;
    private final RedisDatabases names;
    private final RedisServerSampler servers;

    /** @param servers {@code null} where the configuration turns the servers' own figures off */
    private RedisDomain(RedisMetrics metrics, RedisDatabases names, RedisServerSampler servers) {
        this.metrics = metrics;
        this.names = names;
        this.servers = servers;
    }

    /**
     * A domain over these metrics.
     *
     * @param aliases from {@code [host:port/]index} to a database's name
     * @param askServers whether servers are asked for their own figures
     */
    public static RedisDomain create(
            SeriesGuard guard,
            Histograms histograms,
            RedisServerFigures figures,
            Map<String, String> aliases,
            boolean askServers) {
        RedisDatabases names = new RedisDatabases(aliases);
        RedisMetrics metrics = new RedisMetrics(
                RedisCommands::name,
                RedisCommands.count(),
                RedisCommands::isLookup,
                guard,
                histograms,
                figures,
                System::nanoTime);
        return new RedisDomain(metrics, names, askServers ? new RedisServerSampler(figures, names) : null);
    }

    /** Asks every known server for its figures; by the sampler's thread. */
    public void sampleServers() {
        servers.sample();
    }

    /** The domain of this JVM. */
    public static RedisDomain get() {
        return Domains.get(RedisDomain.class);
    }

    public RedisMetrics metrics() {
        return metrics;
    }

    /** The handle of a database; for a connection that opens or selects, not for every command. */
    public RedisDatabase database(RedisServer server, int index) {
        return metrics.database(names.alias(server, index));
    }

    /** Where the connections of this factory go; made known by this call. The factory is held weakly. */
    public RedisPoolOrigin origin(Object factory) {
        RedisPoolOrigin known = origins.get(factory);
        return known != null ? known : origins.putIfAbsent(factory, new RedisPoolOrigin(this));
    }

    /** The alias of a database. */
    public String alias(RedisServer server, int index) {
        return names.alias(server, index);
    }

    /** This JVM uses that database of that server. */
    void uses(RedisServer server, int index) {
        if (servers != null && server.port() > 0) {
            servers.uses(server, index);
        }
    }

    /** Another way to ask a server about itself; held weakly. */
    public void askThrough(RedisServerSource source) {
        if (servers != null) {
            servers.add(source);
        }
    }
}
