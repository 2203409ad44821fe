package io.autobot.agent.spi;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Our state beside an object of the application: keys are compared by identity and held weakly, so nothing of the
 * application is kept alive. A value must not refer strongly to its key. Any thread.
 *
 * <p>{@link #get} stands on the hot path of every hooked call: an identity hash, one slot, no lock, no allocation and
 * no thread-local, which a map with look-up keys needs (weak-lock-free: 7 ns against 4.5). Writing is rare, happens when
 * the application opens something, and takes a short lock. No thread cleans up behind it: one per class loader would
 * keep that loader alive.
 *
 * @param <K> the application's type
 * @param <V> our state
 */
public final class StateMap<K, V> {
    private static final int FIRST_CAPACITY = 16;

    private final ReferenceQueue<K> collected = new ReferenceQueue<>();
    private volatile AtomicReferenceArray<Entry<K, V>> slots = new AtomicReferenceArray<>(FIRST_CAPACITY);
    private int entries;

    /** One key in the chain of its slot. Chains are never changed, only replaced. */
    private static final class Entry<K, V> extends WeakReference<K> {
        private final int hash;
        private final Entry<K, V> next;
        private volatile V value;

        Entry(K key, int hash, V value, Entry<K, V> next, ReferenceQueue<K> queue) {
            super(key, queue);
            this.hash = hash;
            this.value = value;
            this.next = next;
        }
    }

    /** The state of this object, or {@code null}. */
    public V get(K key) {
        Entry<K, V> entry = find(key, System.identityHashCode(key));
        return entry == null ? null : entry.value;
    }

    /** Sets the state of this object. */
    public synchronized void put(K key, V value) {
        int hash = System.identityHashCode(key);
        Entry<K, V> entry = find(key, hash);
        if (entry == null) {
            add(key, hash, value);
        } else {
            entry.value = value;
        }
    }

    /** Sets the state unless there is one, and returns the one that holds. */
    public synchronized V putIfAbsent(K key, V value) {
        int hash = System.identityHashCode(key);
        Entry<K, V> entry = find(key, hash);
        if (entry != null) {
            return entry.value;
        }
        add(key, hash, value);
        return value;
    }

    /** Forgets this object. */
    public synchronized void remove(K key) {
        Entry<K, V> entry = find(key, System.identityHashCode(key));
        if (entry != null) {
            drop(entry);
        }
    }

    /** How many objects have a state. */
    public synchronized int size() {
        dropCollected();
        return entries;
    }

    private Entry<K, V> find(K key, int hash) {
        AtomicReferenceArray<Entry<K, V>> table = slots;
        Entry<K, V> entry = table.getAcquire(hash & table.length() - 1);
        while (entry != null && !entry.refersTo(key)) {
            entry = entry.next;
        }
        return entry;
    }

    private void add(K key, int hash, V value) {
        dropCollected();
        if (entries >= slots.length()) {
            grow();
        }
        int slot = hash & slots.length() - 1;
        slots.setRelease(slot, new Entry<>(key, hash, value, slots.getPlain(slot), collected));
        entries++;
    }

    private void dropCollected() {
        for (Reference<? extends K> dead = collected.poll(); dead != null; dead = collected.poll()) {
            @SuppressWarnings("unchecked") // Nothing else is registered with the queue.
            Entry<K, V> entry = (Entry<K, V>) dead;
            drop(entry);
        }
    }

    /** Replaces the chain by one without this entry; an entry that an earlier replacement left out is ignored. */
    private void drop(Entry<K, V> dropped) {
        int slot = dropped.hash & slots.length() - 1;
        Entry<K, V> head = slots.getPlain(slot);
        Entry<K, V> at = head;
        while (at != null && at != dropped) {
            at = at.next;
        }
        if (at != null) {
            slots.setRelease(slot, without(head, dropped));
            entries--;
        }
    }

    private Entry<K, V> without(Entry<K, V> head, Entry<K, V> dropped) {
        Entry<K, V> kept = dropped.next;
        for (Entry<K, V> at = head; at != dropped; at = at.next) {
            Entry<K, V> copy = copy(at, kept);
            // Collected meanwhile: its turn in the queue will find nothing.
            entries -= copy == kept ? 1 : 0;
            kept = copy;
        }
        return kept;
    }

    private void grow() {
        AtomicReferenceArray<Entry<K, V>> larger = new AtomicReferenceArray<>(2 * slots.length());
        int copied = 0;
        for (int i = 0; i < slots.length(); i++) {
            for (Entry<K, V> at = slots.getPlain(i); at != null; at = at.next) {
                int slot = at.hash & larger.length() - 1;
                Entry<K, V> chain = larger.getPlain(slot);
                Entry<K, V> copy = copy(at, chain);
                if (copy != chain) {
                    larger.setPlain(slot, copy);
                    copied++;
                }
            }
        }
        slots = larger;
        entries = copied;
    }

    /** The entry on top of this chain; the chain alone if its key was collected meanwhile. */
    private Entry<K, V> copy(Entry<K, V> entry, Entry<K, V> chain) {
        K key = entry.get();
        return key == null ? chain : new Entry<>(key, entry.hash, entry.value, chain, collected);
    }
}
