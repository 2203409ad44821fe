package io.autobot.agent.instrumentation.resilience4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import io.github.resilience4j.timelimiter.TimeLimiter;
import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** Retries of all kinds. The argument takes how often the work of a retry was attempted again, by the retry's name. */
public final class RetrySession implements Function<Map<String, Long>, Object> {
    private Map<String, Long> again;

    @Override
    public Object apply(Map<String, Long> attemptedAgain) {
        again = attemptedAgain;
        ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();
        try {
            throwing();
            results();
            async(scheduler);
            limited();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            scheduler.shutdownNow();
        }
        return null;
    }

    private static Retry retry(String name) {
        return Retry.of(
                name,
                RetryConfig.custom()
                        .maxAttempts(3)
                        .waitDuration(Duration.ofMillis(1))
                        .retryOnResult("again"::equals)
                        .ignoreExceptions(UnsupportedOperationException.class)
                        .build());
    }

    /** Work that fails so often before it succeeds, and counts how often it was begun. */
    private static final class Work implements Callable<String> {
        private final Exception failure;
        private final int failures;
        private final AtomicInteger begun = new AtomicInteger();

        Work(int failures, Exception failure) {
            this.failures = failures;
            this.failure = failure;
        }

        @Override
        public String call() throws Exception {
            if (begun.getAndIncrement() < failures) {
                if (failure == null) {
                    return "again";
                }
                throw failure;
            }
            return "done";
        }
    }

    private void count(String name, Work... works) {
        for (Work work : works) {
            again.merge(name, work.begun.get() - 1L, Long::sum);
        }
    }

    private void throwing() throws Exception {
        Retry retry = retry("throwing");
        Work recovers = new Work(1, new ConnectException());
        Work exhausts = new Work(9, new IOException());
        Work unchecked = new Work(2, new IllegalStateException());
        Work ignored = new Work(9, new UnsupportedOperationException());
        Work fine = new Work(0, null);
        assertThat(retry.executeCallable(recovers)).isEqualTo("done");
        assertThatThrownBy(() -> retry.executeCallable(exhausts)).isInstanceOf(IOException.class);
        assertThat(retry.executeCallable(unchecked)).isEqualTo("done");
        assertThatThrownBy(() -> retry.executeCallable(ignored)).isInstanceOf(UnsupportedOperationException.class);
        assertThat(retry.executeCallable(fine)).isEqualTo("done");
        count("throwing", recovers, exhausts, unchecked, ignored, fine);
    }

    private void results() throws Exception {
        Retry retry = retry("results");
        Work recovers = new Work(1, null);
        Work exhausts = new Work(9, null);
        assertThat(retry.executeCallable(recovers)).isEqualTo("done");
        assertThat(retry.executeCallable(exhausts)).isEqualTo("again");
        count("results", recovers, exhausts);
    }

    private void async(ScheduledExecutorService scheduler) {
        Retry retry = retry("async");
        Work recovers = new Work(2, new ConnectException());
        Work exhausts = new Work(9, new IOException());
        Work result = new Work(1, null);
        assertThat(async(retry, scheduler, recovers).join()).isEqualTo("done");
        assertThatThrownBy(async(retry, scheduler, exhausts)::join).isInstanceOf(CompletionException.class);
        assertThat(async(retry, scheduler, result).join()).isEqualTo("done");
        count("async", recovers, exhausts, result);
    }

    private static CompletableFuture<String> async(Retry retry, ScheduledExecutorService scheduler, Work work) {
        return Retry.decorateCompletionStage(
                        retry,
                        scheduler,
                        () -> CompletableFuture.supplyAsync(() -> {
                            try {
                                return work.call();
                            } catch (Exception failure) {
                                throw new CompletionException(failure);
                            }
                        }))
                .get()
                .toCompletableFuture();
    }

    private void limited() {
        Retry retry = retry("limited");
        TimeLimiter limiter = TimeLimiter.of(Duration.ofMillis(1));
        Work work = new Work(0, null);
        assertThatThrownBy(() -> retry.executeCallable(() -> {
                    work.call();
                    return limiter.executeFutureSupplier(CompletableFuture<String>::new);
                }))
                .isInstanceOf(TimeoutException.class);
        count("limited", work);
    }
}
