package io.autobot.agent.spi;

import com.blogspot.mydailyjava.weaklockfree.WeakConcurrentMap;

/**
 * Our state beside an object of the application: keys are compared by identity and held weakly, so nothing of the
 * application is kept alive. A value must not refer strongly to its key. Any thread; no lock, and no allocation on
 * {@link #get}.
 *
 * @param <K> the application's type
 * @param <V> our state
 */
public final class StateMap<K, V> {
    // No cleaner thread: one per class loader would keep that loader alive. Look-up keys are kept per thread and
    // emptied after use; they belong to the agent, which is never unloaded.
    private final WeakConcurrentMap<K, V> states = new WeakConcurrentMap<>(false, true);

    /** The state of this object, or {@code null}. */
    public V get(K key) {
        return states.getIfPresent(key);
    }

    /** Sets the state of this object. */
    public void put(K key, V value) {
        states.expungeStaleEntries();
        states.put(key, value);
    }

    /** Sets the state unless there is one, and returns the one that holds. */
    public V putIfAbsent(K key, V value) {
        states.expungeStaleEntries();
        V previous = states.putIfProbablyAbsent(key, value);
        return previous == null ? value : previous;
    }

    /** Forgets this object. */
    public void remove(K key) {
        states.remove(key);
    }

    /** How many objects have a state, those not yet expunged included. */
    public int size() {
        states.expungeStaleEntries();
        return states.approximateSize();
    }
}
