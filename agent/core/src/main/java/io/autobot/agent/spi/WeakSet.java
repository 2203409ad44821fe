package io.autobot.agent.spi;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * Objects by identity, none of them kept alive. What was collected is swept at the next addition or pass, so it holds
 * no more than what lives plus what died since. Safe for use by any thread, without a lock of its own.
 *
 * @param <T> what is held, compared by identity
 */
public final class WeakSet<T> {
    private final Set<Entry<T>> entries = ConcurrentHashMap.newKeySet();
    private final ReferenceQueue<T> collected = new ReferenceQueue<>();

    /** Adds an object unless it is there. */
    public void add(T object) {
        sweep();
        entries.add(new Entry<>(object, collected));
    }

    /** Shows each living object to the visitor and forgets those for which it returns false. */
    public void retain(Predicate<T> visitor) {
        sweep();
        for (Entry<T> entry : entries) {
            T object = entry.get();
            if (object != null && !visitor.test(object)) {
                entries.remove(entry);
            }
        }
    }

    /** Entries held, collected ones that were not yet swept included. */
    public int size() {
        return entries.size();
    }

    private void sweep() {
        for (Reference<? extends T> dead = collected.poll(); dead != null; dead = collected.poll()) {
            entries.remove(dead);
        }
    }

    private static final class Entry<T> extends WeakReference<T> {
        private final int hash;

        Entry(T object, ReferenceQueue<T> queue) {
            super(object, queue);
            hash = System.identityHashCode(object);
        }

        @Override
        public int hashCode() {
            return hash;
        }

        @Override
        public boolean equals(Object other) {
            if (this == other) {
                return true;
            }
            T mine = get();
            return mine != null && other instanceof Entry<?> entry && entry.get() == mine;
        }
    }
}
