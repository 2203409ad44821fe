package io.autobot.agent.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
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
}
