package io.autobot.agent.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The recorders of one family, each found by one or two values from outside, as many as the series guard admits. To be
 * asked when something is met for the first time, and kept by who asks. Any thread; a known recorder is found without a
 * lock and without allocation.
 *
 * @param <R> what counts
 */
public final class Recorders<R> {
    /** The value of what nobody told. */
    public static final String UNKNOWN = "unknown";

    private static final int MAX_VALUE = 128;

    /** Makes a recorder; called once for each pair of values, under a lock. */
    public interface Maker<R> {
        /** @param folded told of each event when this is the recorder of all that was refused, else {@code null} */
        R make(String first, String second, SeriesGuard.Family folded);
    }

    private final SeriesGuard.Family room;
    private final int seriesEach;
    private final Maker<R> maker;
    private final ConcurrentHashMap<String, ConcurrentHashMap<String, R>> known = new ConcurrentHashMap<>();

    /** @param seriesEach how many series one recorder can have in that family */
    public Recorders(SeriesGuard.Family room, int seriesEach, Maker<R> maker) {
        this.room = room;
        this.seriesEach = seriesEach;
        this.maker = maker;
    }

    /** Of a family with one open label. */
    public R get(String value) {
        return get(value, "");
    }

    /**
     * The recorder of these values, past the limit of series that of {@code other}.
     *
     * @param first {@code null} or blank is {@value #UNKNOWN}; very long values are cut
     * @param second likewise; an empty one stays empty, for families with one open label
     */
    public R get(String first, String second) {
        String one = value(first);
        String two = second != null && second.isEmpty() ? second : value(second);
        ConcurrentHashMap<String, R> sameFirst = known.get(one);
        R recorder = sameFirst == null ? null : sameFirst.get(two);
        return recorder != null ? recorder : admit(one, two);
    }

    /** Refused values are not remembered: there may be any number. */
    private synchronized R admit(String first, String second) {
        ConcurrentHashMap<String, R> sameFirst = known.computeIfAbsent(first, missing -> new ConcurrentHashMap<>());
        R recorder = sameFirst.get(second);
        if (recorder != null) {
            return recorder;
        }
        boolean other = isOther(first) && (second.isEmpty() || isOther(second));
        if (other || room.claim(seriesEach)) {
            R made = maker.make(first, second, other ? room : null);
            sameFirst.put(second, made);
            return made;
        }
        if (sameFirst.isEmpty()) {
            known.remove(first);
        }
        return get(SeriesGuard.OTHER, second.isEmpty() ? second : SeriesGuard.OTHER);
    }

    /** All that were made. */
    public List<R> all() {
        List<R> all = new ArrayList<>();
        known.values().forEach(sameFirst -> all.addAll(sameFirst.values()));
        return all;
    }

    private static boolean isOther(String value) {
        return value.equals(SeriesGuard.OTHER);
    }

    private static String value(String value) {
        if (value == null || value.isBlank()) {
            return UNKNOWN;
        }
        return value.length() > MAX_VALUE ? value.substring(0, MAX_VALUE) : value;
    }
}
