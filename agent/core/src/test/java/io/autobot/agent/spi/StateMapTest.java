package io.autobot.agent.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class StateMapTest {
    private final StateMap<Object, String> map = new StateMap<>();

    @Test
    void keysAreComparedByIdentity() {
        String one = new String("key");
        String other = new String("key");
        map.put(one, "state");
        assertThat(map.get(one)).isEqualTo("state");
        assertThat(map.get(other)).isNull();
    }

    @Test
    void theFirstStateHoldsUntilReplacedOrRemoved() {
        Object key = new Object();
        assertThat(map.putIfAbsent(key, "first")).isEqualTo("first");
        assertThat(map.putIfAbsent(key, "second")).isEqualTo("first");
        map.put(key, "third");
        assertThat(map.get(key)).isEqualTo("third");
        map.remove(key);
        assertThat(map.get(key)).isNull();
    }

    @Test
    void collectedKeysLeaveTheMap() {
        List<Object> kept = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            Object key = new Object();
            map.put(key, "state " + i);
            if (i % 100 == 0) {
                kept.add(key);
            }
        }
        Awaitility.await().until(() -> {
            System.gc();
            return map.size() == 10;
        });
        assertThat(kept).allSatisfy(key -> assertThat(map.get(key)).isNotNull());
    }

    @Test
    void manyThreadsPutAndFindTheirOwn() throws Exception {
        int threads = 8;
        int keys = 5_000;
        List<Thread> running = new ArrayList<>();
        AtomicInteger wrong = new AtomicInteger();
        for (int t = 0; t < threads; t++) {
            Thread thread = new Thread(() -> {
                Object[] own = new Object[keys];
                for (int i = 0; i < keys; i++) {
                    own[i] = new Object();
                    map.put(own[i], "state " + i);
                    int earlier = i / 2;
                    wrong.addAndGet(("state " + earlier).equals(map.get(own[earlier])) ? 0 : 1);
                    if (i % 3 == 0) {
                        map.remove(own[i]);
                        map.put(own[i], "state " + i);
                    }
                }
                Reference.reachabilityFence(own);
            });
            thread.start();
            running.add(thread);
        }
        for (Thread thread : running) {
            thread.join();
        }
        assertThat(wrong).hasValue(0);
        Awaitility.await().until(() -> {
            System.gc();
            return map.size() == 0;
        });
    }

    @Test
    void lookingUpAllocatesNothing() {
        com.sun.management.ThreadMXBean threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        Object key = new Object();
        map.put(key, "state");
        for (int i = 0; i < 20_000; i++) {
            map.get(key);
        }
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < 100_000; i++) {
            map.get(key);
        }
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(1_000);
    }
}
