package io.autobot.agent.flows;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * What words of an application mean as an outcome. Any thread; a word that was met before is found without allocation.
 *
 * @param <E> the outcomes
 */
final class FlowWords<E> {
    private static final int MOST = 100;
    private static final int MAX_LENGTH = 64;

    private final Map<String, E> configured;
    private final Function<String, E> common;
    private final ConcurrentHashMap<String, E> known = new ConcurrentHashMap<>();

    /**
     * @param configured by words in lower case
     * @param common what the others mean, {@code null} for those that mean nothing
     */
    FlowWords(Map<String, E> configured, Function<String, E> common) {
        this.configured = new HashMap<>(configured);
        this.common = common;
    }

    /** What this word means, {@code null} for nothing. */
    E of(String word) {
        E meant = known.get(word);
        if (meant != null || word.length() > MAX_LENGTH) {
            return meant;
        }
        meant = configured.get(word.toLowerCase(Locale.ROOT));
        meant = meant != null ? meant : common.apply(word);
        if (meant != null && known.size() < MOST) {
            known.put(word, meant);
        }
        return meant;
    }
}
