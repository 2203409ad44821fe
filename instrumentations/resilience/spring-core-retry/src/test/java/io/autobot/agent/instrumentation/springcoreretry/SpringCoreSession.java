package io.autobot.agent.instrumentation.springcoreretry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.retry.RetryException;
import org.springframework.core.retry.RetryListener;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.core.retry.Retryable;
import org.springframework.resilience.annotation.EnableResilientMethods;

/** Retries by hand and by annotation. The argument takes how often the work was attempted again, by its name. */
public final class SpringCoreSession implements Function<Map<String, Long>, Object> {
    private Map<String, Long> again;

    @Override
    public Object apply(Map<String, Long> attemptedAgain) {
        again = attemptedAgain;
        try {
            byHand();
            annotated();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return null;
    }

    private RetryTemplate template(Duration timeout) {
        RetryPolicy.Builder policy =
                RetryPolicy.builder().maxRetries(2).delay(Duration.ofMillis(1)).excludes(IllegalStateException.class);
        RetryTemplate template = new RetryTemplate(
                timeout == null ? policy.build() : policy.timeout(timeout).build());
        // The same count by the library itself: a further attempt ends well or not.
        template.setRetryListener(new RetryListener() {
            @Override
            public void onRetryFailure(RetryPolicy any, Retryable<?> work, Throwable failure) {
                again.merge("by listener", 1L, Long::sum);
            }

            @Override
            public void onRetrySuccess(RetryPolicy any, Retryable<?> work, Object result) {
                again.merge("by listener", 1L, Long::sum);
            }
        });
        return template;
    }

    /** Named work that fails so often before it succeeds. */
    private static final class Work implements Retryable<String> {
        private final String name;
        private final int failures;
        private final Exception failure;
        private int begun;

        Work(String name, int failures, Exception failure) {
            this.name = name;
            this.failures = failures;
            this.failure = failure;
        }

        @Override
        public String execute() throws Exception {
            if (begun++ < failures) {
                throw failure;
            }
            return "done";
        }

        @Override
        public String getName() {
            return name;
        }
    }

    private void count(Work... works) {
        for (Work work : works) {
            again.merge(work.name, work.begun - 1L, Long::sum);
        }
    }

    private void byHand() throws RetryException {
        Work recovers = new Work("orders.fetch", 1, new ConnectException());
        Work exhausts = new Work("orders.fetch", 9, new IOException());
        Work excluded = new Work("orders.fetch", 9, new IllegalStateException());
        Work fine = new Work("orders.fetch", 0, null);
        RetryTemplate template = template(null);
        assertThat(template.execute(recovers)).isEqualTo("done");
        assertThatThrownBy(() -> template.execute(exhausts)).isInstanceOf(RetryException.class);
        assertThatThrownBy(() -> template.execute(excluded)).isInstanceOf(RetryException.class);
        assertThat(template.execute(fine)).isEqualTo("done");
        count(recovers, exhausts, excluded, fine);
        // Its time is over before the first wait.
        Work late = new Work("orders.late", 9, new IOException());
        assertThatThrownBy(() -> new RetryTemplate(RetryPolicy.builder()
                                .delay(Duration.ofMinutes(1))
                                .timeout(Duration.ofSeconds(1))
                                .build())
                        .execute(late))
                .isInstanceOf(RetryException.class);
        count(late);
        AtomicInteger lambda = new AtomicInteger();
        template.execute(() -> {
            if (lambda.incrementAndGet() == 1) {
                throw new SocketTimeoutException();
            }
            return "done";
        });
        again.merge("SpringCoreSession", lambda.get() - 1L, Long::sum);
    }

    /** Beans with annotated methods. */
    @EnableResilientMethods
    public static class Configuration {
        @Bean
        public Orders orders() {
            return new Orders();
        }
    }

    /** A service that fails as it is told. */
    public static class Orders {
        private final AtomicInteger attempts = new AtomicInteger();

        /** Retried under the name of the method. */
        @org.springframework.resilience.annotation.Retryable(maxRetries = 3, delay = 1)
        public String store(int failures) throws IOException {
            if (attempts.incrementAndGet() <= failures) {
                throw new SocketTimeoutException();
            }
            return "done";
        }

        public int attempts() {
            return attempts.get();
        }
    }

    private void annotated() throws IOException {
        try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext(Configuration.class)) {
            Orders orders = context.getBean(Orders.class);
            assertThat(orders.store(2)).isEqualTo("done");
            again.merge("Orders.store", orders.attempts() - 1L, Long::sum);
        }
    }
}
