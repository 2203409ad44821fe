package io.autobot.agent.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import io.autobot.agent.status.StatusBoard;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class SamplerTest {
    private static final long MILLISECOND = TimeUnit.MILLISECONDS.toNanos(1);

    private final StatusBoard status = new StatusBoard();
    private final Sampler sampler = new Sampler(status);

    @Test
    void samplesAreTakenAgainAndAgainOnAQuietDaemonThread() {
        AtomicInteger taken = new AtomicInteger();
        AtomicReference<Thread> thread = new AtomicReference<>();
        sampler.every("figures", MILLISECOND, MILLISECOND, now -> {
            thread.set(Thread.currentThread());
            taken.incrementAndGet();
        });
        Awaitility.await().until(() -> taken.get() >= 3);
        assertThat(thread.get().isDaemon()).isTrue();
        assertThat(thread.get().getName()).startsWith("autobot-");
        assertThat(thread.get().getContextClassLoader()).isNull();
    }

    @Test
    void aFailingSampleIsCountedAndStopsNeitherItselfNorOthers() {
        AtomicInteger failing = new AtomicInteger();
        AtomicInteger others = new AtomicInteger();
        sampler.every("failing", 0, MILLISECOND, now -> {
            failing.incrementAndGet();
            throw new StackOverflowError("odd driver");
        });
        sampler.every("fine", 0, MILLISECOND, now -> others.incrementAndGet());
        Awaitility.await().until(() -> failing.get() >= 3 && others.get() >= 3);
        assertThat(status.errors().get("sampling")).isBetween(2L, (long) failing.get());
    }

    @Test
    void aTaskThatIsDueSoonerIsNotHeldUpByOneThatIsDueLater() throws Exception {
        CountDownLatch sooner = new CountDownLatch(1);
        sampler.every("later", TimeUnit.HOURS.toNanos(1), TimeUnit.HOURS.toNanos(1), now -> {});
        sampler.every("sooner", 0, TimeUnit.HOURS.toNanos(1), now -> sooner.countDown());
        assertThat(sooner.await(30, TimeUnit.SECONDS)).isTrue();
    }
}
