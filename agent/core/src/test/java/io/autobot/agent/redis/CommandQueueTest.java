package io.autobot.agent.redis;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class CommandQueueTest {
    private final CommandQueue queue = new CommandQueue();

    private void assertNext(int expected) {
        assertThat(queue.poll()).isTrue();
        assertThat(queue.code()).isEqualTo(expected);
        assertThat(queue.start()).isEqualTo(-expected);
    }

    @Test
    void whatCameFirstLeavesFirst() {
        assertThat(queue.poll()).isFalse();
        for (int round = 0; round < 100; round++) {
            for (int i = 0; i < 5; i++) {
                queue.add(5 * round + i, -(5 * round + i));
            }
            for (int i = 0; i < 5; i++) {
                assertNext(5 * round + i);
            }
            assertThat(queue.poll()).isFalse();
        }
    }

    @Test
    void growsAcrossAMillionEntriesInOrder() {
        for (int i = 0; i < 1_000_000; i++) {
            queue.add(i, -i);
        }
        for (int i = 0; i < 1_000_000; i++) {
            if (!queue.poll() || queue.code() != i || queue.start() != -i) {
                throw new AssertionError("entry " + i + " was " + queue.code());
            }
        }
        assertThat(queue.poll()).isFalse();
        queue.add(7, -7);
        assertNext(7);
    }

    @Test
    void oneThreadSendsWhileAnotherReceives() throws Exception {
        int count = 1_000_000;
        ExecutorService sender = Executors.newSingleThreadExecutor();
        try {
            Future<?> sent = sender.submit(() -> {
                for (int i = 0; i < count; i++) {
                    queue.add(i, -i);
                }
            });
            for (int i = 0; i < count; ) {
                boolean allSent = sent.isDone();
                if (queue.poll()) {
                    if (queue.code() != i || queue.start() != -i) {
                        throw new AssertionError("entry " + i + " was " + queue.code());
                    }
                    i++;
                } else if (allSent) {
                    throw new AssertionError("entry " + i + " is missing");
                }
            }
            sent.get();
        } finally {
            sender.shutdown();
        }
    }

    @Test
    void aFewCommandsUnderWayCostNoAllocation() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        cycle(10_000);
        long before = threads.getCurrentThreadAllocatedBytes();
        cycle(100_000);
        // The measurement itself may allocate a little; one byte a command would be seen.
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(10_000);
    }

    private void cycle(int rounds) {
        for (int round = 0; round < rounds; round++) {
            for (int i = 0; i < 10; i++) {
                queue.add(i, i);
            }
            while (queue.poll()) {
                queue.start();
            }
        }
    }
}
