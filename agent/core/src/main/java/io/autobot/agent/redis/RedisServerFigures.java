package io.autobot.agent.redis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;

/**
 * The latest sample of each server, and which of its databases this JVM uses. Filled by the sampler and by connections,
 * read by scrapes; safe for use by any thread. A server that was reported lost, or that nobody has sampled for too long,
 * is absent.
 */
public final class RedisServerFigures {
    /** Indexes remembered for one server; a server has 16 unless told otherwise. */
    private static final int MAX_INDEXES = 256;

    private record Dated(RedisServerSample sample, long nanos) {}

    private final ConcurrentHashMap<String, Dated> byAddress = new ConcurrentHashMap<>();
    private final Map<String, Map<Integer, String>> aliases = new ConcurrentHashMap<>();
    private final LongAdder updates = new LongAdder();
    private final LongSupplier nanoClock;
    private final long maxAgeNanos;

    /**
     * No server yet.
     *
     * @param nanoClock {@link System#nanoTime()}
     * @param maxAgeNanos the age at which a sample stops being shown; a few sampling intervals
     */
    public RedisServerFigures(LongSupplier nanoClock, long maxAgeNanos) {
        this.nanoClock = nanoClock;
        this.maxAgeNanos = maxAgeNanos;
    }

    /**
     * A connection of this JVM uses a database. Its figures show at the next scrape: a sample knows all databases.
     *
     * @param address as samples name the server
     * @param index a known one
     */
    void uses(String address, int index, String alias) {
        Map<Integer, String> used = aliases.computeIfAbsent(address, key -> new ConcurrentHashMap<>());
        if (used.size() < MAX_INDEXES) {
            used.putIfAbsent(index, alias);
        }
    }

    /** Replaces what is known of the server at the sample's address. */
    public void update(RedisServerSample sample) {
        byAddress.put(sample.address(), new Dated(sample, nanoClock.getAsLong()));
        updates.increment();
    }

    /** Forgets a server that did not answer, or that is no longer used. */
    public void lost(String address) {
        byAddress.remove(address);
    }

    /** Samples taken so far. */
    long updates() {
        return updates.sum();
    }

    /** The servers known now, those reached under several addresses once. */
    List<Server> servers() {
        long now = nanoClock.getAsLong();
        byAddress.values().removeIf(dated -> now - dated.nanos() > maxAgeNanos);
        List<Dated> newestFirst = new ArrayList<>(byAddress.values());
        newestFirst.sort(Comparator.comparingLong((Dated dated) -> now - dated.nanos())
                .thenComparing(dated -> dated.sample().address()));
        Map<String, Server> distinct = new LinkedHashMap<>();
        for (Dated dated : newestFirst) {
            RedisServerSample sample = dated.sample();
            Server server = distinct.computeIfAbsent(sample.identity(), any -> new Server(sample, new TreeMap<>()));
            aliases.getOrDefault(sample.address(), Map.of()).forEach(server.aliases()::putIfAbsent);
        }
        return List.copyOf(distinct.values());
    }

    /**
     * One server.
     *
     * @param sample its latest sample
     * @param aliases the alias of each index in use, over all addresses under which it is reached
     */
    record Server(RedisServerSample sample, SortedMap<Integer, String> aliases) {}
}
