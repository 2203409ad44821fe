package io.autobot.agent.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WeakSetTest {
    private final WeakSet<String> set = new WeakSet<>();

    private List<String> held() {
        List<String> held = new ArrayList<>();
        set.retain(held::add);
        return held;
    }

    @Test
    @SuppressWarnings("StringOperationCanBeSimplified")
    void holdsByIdentity() {
        String first = new String("same");
        String second = new String("same");
        set.add(first);
        set.add(first);
        set.add(second);
        assertThat(held()).hasSize(2).allMatch(object -> object == first || object == second);
    }

    @Test
    void forgetsWhatTheVisitorNoLongerWants() {
        String kept = "kept";
        String dropped = "dropped";
        set.add(kept);
        set.add(dropped);
        set.retain(object -> object == kept);
        assertThat(held()).containsExactly(kept);
    }

    @Test
    void keepsNothingAlive() {
        for (int i = 0; i < 1_000; i++) {
            set.add(Integer.toString(i));
        }
        await().untilAsserted(() -> {
            System.gc();
            assertThat(held()).isEmpty();
            assertThat(set.size()).isZero();
        });
    }
}
