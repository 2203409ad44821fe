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
 * The latest sample of each server. Filled by the sampler, read by scrapes; safe for use by any thread. A server that
 * was reported lost, or that nobody has sampled for too long, is absent.
 */
public final class RedisServerFigures {
    private record Dated(RedisServerSample sample, long nanos) {}

    private final ConcurrentHashMap<String, Dated> byAddress = new ConcurrentHashMap<>();
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
            sample.aliasesInUse().forEach(server.aliases()::putIfAbsent);
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
