package io.autobot.agent.llm;

import io.autobot.agent.config.Config;
import io.autobot.agent.config.Options;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongSupplier;

/**
 * The requests of this JVM since its start, beside the limits of {@code llm.quotas}; nothing is held back. Periods are
 * days and months of UTC. Immutable but for what is counted; any thread.
 */
public final class Quotas {
    private final Map<String, RequestDays> byProvider = new TreeMap<>();
    private final List<Limit> limits = new ArrayList<>();
    private final LongSupplier epochMillis;

    private record Limit(String provider, boolean monthly, long requests) {}

    /**
     * A quota at one moment.
     *
     * @param provider the {@code provider} label
     * @param period the {@code period} label: {@code daily} or {@code monthly}
     * @param used requests in the current period
     * @param limit requests that the configuration allows in one
     */
    public record Reading(String provider, String period, long used, long limit) {}

    /** Counts the requests to one provider. */
    public interface Counter {
        /** Counts one request now. Without lock and allocation, but for the first request of a day. */
        void count();
    }

    private Quotas(LongSupplier epochMillis) {
        this.epochMillis = epochMillis;
    }

    /**
     * What {@code llm.quotas} asks for.
     *
     * @param epochMillis {@link System#currentTimeMillis()}
     */
    public static Quotas create(Config config, LongSupplier epochMillis) {
        Quotas quotas = new Quotas(epochMillis);
        for (Map.Entry<String, String> quota : config.get(Options.LLM_QUOTAS).entrySet()) {
            int slash = quota.getKey().indexOf('/');
            String provider = quota.getKey().substring(0, slash);
            boolean monthly = quota.getKey().endsWith("/monthly");
            quotas.limits.add(new Limit(provider, monthly, Long.parseLong(quota.getValue())));
            quotas.byProvider.computeIfAbsent(provider, name -> new RequestDays(epochMillis));
        }
        return quotas;
    }

    /** The counter of a provider, to be kept; one that does nothing if the provider has no quota. */
    public Counter counter(String provider) {
        RequestDays days = byProvider.get(provider);
        return days == null ? () -> {} : days;
    }

    /** All quotas now, for a scrape; in the order of the configuration. */
    public List<Reading> readings() {
        long now = epochMillis.getAsLong();
        List<Reading> readings = new ArrayList<>(limits.size());
        for (Limit limit : limits) {
            RequestDays days = byProvider.get(limit.provider());
            readings.add(new Reading(
                    limit.provider(),
                    limit.monthly() ? "monthly" : "daily",
                    limit.monthly() ? days.inMonthOf(now) : days.inDayOf(now),
                    limit.requests()));
        }
        return readings;
    }
}
