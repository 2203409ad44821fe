package io.autobot.agent.instrumentation.springcoreretry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.resilience.annotation.EnableResilientMethods;
import org.springframework.resilience.annotation.Retryable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Annotated methods with reactive results. The argument takes how often each was attempted again, by its name. */
public final class ReactiveSession implements Function<Map<String, Long>, Object> {
    private Map<String, Long> again;

    @Override
    public Object apply(Map<String, Long> attemptedAgain) {
        again = attemptedAgain;
        try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext(Configuration.class)) {
            Orders orders = context.getBean(Orders.class);
            recovers(orders);
            exhausts(orders);
            isExcluded(orders);
            runsOutOfTime(orders);
            isRepeatedByTheApplication(orders);
            again.merge("Stock.left", throughAnInterface(context.getBean(Stock.class)), Long::sum);
        }
        return null;
    }

    /** Work that fails so often before it succeeds. */
    private static final class Work {
        private final int failures;
        private final Exception failure;
        private final AtomicLong begun = new AtomicLong();

        Work(int failures, Exception failure) {
            this.failures = failures;
            this.failure = failure;
        }

        Mono<String> mono() {
            return Mono.defer(() -> begun.getAndIncrement() < failures ? Mono.error(failure) : Mono.just("done"));
        }
    }

    /** What is asked for, by way of an interface. */
    public interface Stock {
        /** Retried, whoever implements it. */
        @Retryable(delay = 1)
        Mono<Long> left();
    }

    /** Fails twice. */
    public static class Shelf implements Stock {
        private final AtomicLong begun = new AtomicLong();

        @Override
        public Mono<Long> left() {
            return Mono.defer(() -> begun.getAndIncrement() < 2
                    ? Mono.error(new IllegalStateException("as told"))
                    : Mono.just(begun.get()));
        }
    }

    /** Fails as it is told. */
    public static class Orders {
        /** At once, one value. */
        @Retryable(maxRetries = 3, delay = 0)
        public Mono<String> one(Function<String, Mono<String>> work) {
            return work.apply("one");
        }

        /** After a wait, several values. */
        @Retryable(maxRetries = 2, delay = 1, excludes = UnsupportedOperationException.class)
        public Flux<String> many(Function<String, Mono<String>> work) {
            return work.apply("many").flux();
        }

        /** Time is over before the second wait is. */
        @Retryable(delay = 20, multiplier = 10_000, maxDelay = 600_000, timeout = 1_000)
        public Mono<String> late(Function<String, Mono<String>> work) {
            return work.apply("late");
        }
    }

    /** The beans. */
    @EnableResilientMethods
    public static class Configuration {
        @Bean
        public Orders orders() {
            return new Orders();
        }

        @Bean
        public Stock shelf() {
            return new Shelf();
        }
    }

    private void count(String name, Work work) {
        again.merge(name, work.begun.get() - 1, Long::sum);
    }

    /** Twice, by two subscriptions to one result. */
    private void recovers(Orders orders) {
        Work twice = new Work(2, new SocketTimeoutException());
        Mono<String> result = orders.one(name -> twice.mono());
        assertThat(result.block()).isEqualTo("done");
        count("Orders.one", twice);
        long before = twice.begun.getAndSet(0);
        assertThat(before).isEqualTo(3);
        assertThat(result.block()).isEqualTo("done");
        count("Orders.one", twice);
        Work fine = new Work(0, null);
        assertThat(orders.one(name -> fine.mono()).block()).isEqualTo("done");
        count("Orders.one", fine);
    }

    private void exhausts(Orders orders) {
        Work always = new Work(9, new ConnectException());
        assertThatThrownBy(() -> orders.many(name -> always.mono()).blockLast()).hasCause(always.failure);
        count("Orders.many", always);
    }

    private void isExcluded(Orders orders) {
        Work excluded = new Work(9, new UnsupportedOperationException());
        assertThatThrownBy(() -> orders.many(name -> excluded.mono()).blockLast())
                .isSameAs(excluded.failure);
        count("Orders.many", excluded);
    }

    private void runsOutOfTime(Orders orders) {
        Work always = new Work(9, new IOException());
        assertThatThrownBy(() -> orders.late(name -> always.mono()).block()).hasCauseInstanceOf(TimeoutException.class);
        count("Orders.late", always);
    }

    /** The attempts of the application's own retry around the method are not the method's; those within each are. */
    private void isRepeatedByTheApplication(Orders orders) {
        Work work = new Work(5, new IOException());
        String result = orders.one(name -> work.mono())
                .retryWhen(Retry.backoff(1, Duration.ofMillis(1)))
                .block();
        assertThat(result).isEqualTo("done");
        // Four attempts, then the application's further one, then one more of the method's own.
        assertThat(work.begun.get()).isEqualTo(6);
        again.merge("Orders.one", 4L, Long::sum);
    }

    private static long throughAnInterface(Stock stock) {
        return stock.left().block() - 1;
    }
}
