package io.autobot.agent.simulator;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** What the simulator was asked and what it sent, in the order of arrival. Safe for use by several threads. */
public final class Ledger {
    private final List<Exchange> exchanges = new ArrayList<>();

    private long number;
    private int open;

    /**
     * Sums over calls that ended alike.
     *
     * @param calls exchanges, hops that redirect left out
     * @param usage the sums of their figures
     * @param withoutUsage streams whose bytes carried no figures
     */
    public record Total(long calls, Usage usage, long withoutUsage) {
        Total plus(Exchange one) {
            boolean silent = one.streamed() && one.usage() == null && one.status() == 200;
            return new Total(
                    calls + 1, one.usage() == null ? usage : usage.plus(one.usage()), withoutUsage + (silent ? 1 : 0));
        }
    }

    /**
     * What calls are summed by.
     *
     * @param provider label of the metrics contract
     * @param model the reply's, else the request's, else empty
     * @param requestType label of the metrics contract; GitHub: the operation
     */
    public record Key(String provider, String model, String requestType) {}

    /** Opens a line. For the server. */
    public synchronized Exchange arrived(Endpoint endpoint, String method, String path, String protocol) {
        Exchange exchange = new Exchange(++number, endpoint, method, path, protocol);
        exchanges.add(exchange);
        open++;
        notifyAll();
        return exchange;
    }

    /** Closes a line. For the server. */
    public synchronized void ended(Exchange exchange, Exchange.State how) {
        exchange.ended(how);
        open--;
        notifyAll();
    }

    /** All lines so far, open ones too. */
    public synchronized List<Exchange> exchanges() {
        return List.copyOf(exchanges);
    }

    /** The line that came last. */
    public synchronized Exchange last() {
        return exchanges.get(exchanges.size() - 1);
    }

    /** Forgets all lines. Open ones end unseen. */
    public synchronized void clear() {
        exchanges.clear();
    }

    /**
     * Returns when at least so many requests have come since the last {@link #clear()}.
     *
     * @throws AssertionError after 30 seconds
     */
    public synchronized Ledger awaitArrived(int requests) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (exchanges.size() < requests) {
            await(end, "only " + exchanges.size() + " of " + requests + " requests came");
        }
        return this;
    }

    /**
     * Returns when no exchange is open: a client has its reply a moment before the ledger has closed the line.
     *
     * @throws AssertionError after 30 seconds
     */
    public Ledger settled() {
        return settled(Duration.ofSeconds(30));
    }

    /** As {@link #settled()}, with a time of the caller's choice. */
    public synchronized Ledger settled(Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        while (open > 0) {
            await(end, open + " exchanges are open still: " + exchanges);
        }
        return this;
    }

    private void await(long end, String otherwise) {
        long left = end - System.nanoTime();
        if (left <= 0) {
            throw new AssertionError(otherwise);
        }
        try {
            TimeUnit.NANOSECONDS.timedWait(this, left);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted: " + otherwise, e);
        }
    }

    /** Calls by provider, model and request type, hops that redirect and what is no call left out. */
    public Map<Key, Total> totals() {
        Map<Key, Total> totals = new LinkedHashMap<>();
        for (Exchange one : exchanges()) {
            String type = one.requestType() != null ? one.requestType() : one.operation();
            if (type != null && !one.redirect()) {
                Key key = new Key(one.provider(), one.model() == null ? "" : one.model(), type);
                totals.put(
                        key,
                        totals.getOrDefault(key, new Total(0, Usage.NONE, 0)).plus(one));
            }
        }
        return totals;
    }

    /** Failed calls by provider and error type. */
    public Map<String, Map<String, Long>> errors() {
        Map<String, Map<String, Long>> errors = new LinkedHashMap<>();
        for (Exchange one : exchanges()) {
            if (one.errorType() != null && one.requestType() != null) {
                errors.computeIfAbsent(one.provider(), p -> new LinkedHashMap<>())
                        .merge(one.errorType(), 1L, Long::sum);
            }
        }
        return errors;
    }
}
