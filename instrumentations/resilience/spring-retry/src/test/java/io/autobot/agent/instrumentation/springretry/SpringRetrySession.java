package io.autobot.agent.instrumentation.springretry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.retry.RetryContext;
import org.springframework.retry.annotation.Backoff;
import org.springframework.retry.annotation.CircuitBreaker;
import org.springframework.retry.annotation.EnableRetry;
import org.springframework.retry.annotation.Retryable;
import org.springframework.retry.policy.CircuitBreakerRetryPolicy;
import org.springframework.retry.policy.SimpleRetryPolicy;
import org.springframework.retry.support.DefaultRetryState;
import org.springframework.retry.support.RetryTemplate;

/**
 * Retries and circuit breakers by hand and by annotation. The argument takes how often the work was attempted again and
 * what became of the circuit's calls; what is returned keeps the circuits alive.
 */
public final class SpringRetrySession implements Function<Map<String, Long>, Object> {
    private Map<String, Long> seen;

    @Override
    public Object apply(Map<String, Long> counted) {
        seen = counted;
        try {
            byHand();
            stateful();
            RetryTemplate circuit = circuit();
            AnnotationConfigApplicationContext context = annotated();
            return new Object[] {circuit, context};
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private void again(String name, int attempts) {
        seen.merge(name, attempts - 1L, Long::sum);
    }

    private static RetryTemplate template(int attempts) {
        RetryTemplate template = new RetryTemplate();
        template.setRetryPolicy(new SimpleRetryPolicy(attempts));
        return template;
    }

    private void byHand() throws Throwable {
        AtomicInteger recovers = new AtomicInteger();
        template(3).execute(context -> {
            if (recovers.incrementAndGet() == 1) {
                throw new ConnectException();
            }
            return "done";
        });
        again("SpringRetrySession", recovers.get());
        AtomicInteger exhausts = new AtomicInteger();
        assertThatThrownBy(() -> template(3).execute(context -> {
                    exhausts.incrementAndGet();
                    // Within, another one goes its own way.
                    AtomicInteger inner = new AtomicInteger();
                    template(2).execute(nested -> {
                        nested.setAttribute(RetryContext.NAME, "inner");
                        if (inner.incrementAndGet() == 1) {
                            throw new SocketTimeoutException();
                        }
                        return "done";
                    });
                    again("inner", inner.get());
                    throw new IOException();
                }))
                .isInstanceOf(IOException.class);
        again("SpringRetrySession", exhausts.get());
        AtomicInteger gaveUp = new AtomicInteger();
        assertThatThrownBy(() -> template(9).execute(context -> {
                    if (gaveUp.incrementAndGet() == 2) {
                        context.setExhaustedOnly();
                    }
                    throw new IOException();
                }))
                .isInstanceOf(IOException.class);
        again("SpringRetrySession", gaveUp.get());
        template(3).execute(context -> "done");
    }

    /** Each failure goes to the caller, who comes again. */
    private void stateful() {
        RetryTemplate template = template(3);
        AtomicInteger attempts = new AtomicInteger();
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> template.execute(
                            context -> {
                                context.setAttribute(RetryContext.NAME, "stateful");
                                attempts.incrementAndGet();
                                throw new SocketTimeoutException();
                            },
                            new DefaultRetryState("item")))
                    .isInstanceOf(SocketTimeoutException.class);
        }
        again("stateful", attempts.get());
    }

    private RetryTemplate circuit() {
        CircuitBreakerRetryPolicy policy = new CircuitBreakerRetryPolicy(new SimpleRetryPolicy(2));
        policy.setOpenTimeout(60_000);
        policy.setResetTimeout(60_000);
        RetryTemplate template = new RetryTemplate();
        template.setRetryPolicy(policy);
        for (int i = 0; i < 4; i++) {
            circuit(template);
        }
        return template;
    }

    /** A call that fails if it is let through. */
    private void circuit(RetryTemplate template) {
        try {
            Object recovered = template.execute(
                    context -> {
                        throw new IOException();
                    },
                    context -> "recovered",
                    new DefaultRetryState("circuit"));
            assertThat(recovered).isEqualTo("recovered");
            seen.merge("circuit rejected", 1L, Long::sum);
        } catch (IOException failed) {
            seen.merge("circuit failed", 1L, Long::sum);
        }
    }

    /** Beans with annotated methods. */
    @EnableRetry
    public static class Configuration {
        @org.springframework.context.annotation.Bean
        public Orders orders() {
            return new Orders();
        }
    }

    /** A service that fails as it is told. */
    public static class Orders {
        private final AtomicInteger attempts = new AtomicInteger();
        private final AtomicInteger calls = new AtomicInteger();
        private volatile boolean failing = true;

        /** Retried under the name of the method. */
        @Retryable(maxAttempts = 4, backoff = @Backoff(delay = 1))
        public String fetch(int failures) throws IOException {
            if (attempts.incrementAndGet() <= failures) {
                throw new SocketTimeoutException();
            }
            return "done";
        }

        /** Retried under a name of its own. */
        @Retryable(label = "orders.store", maxAttempts = 2, backoff = @Backoff(delay = 1))
        public void store() throws IOException {
            attempts.incrementAndGet();
            throw new IOException();
        }

        /** Guarded. */
        @CircuitBreaker(label = "orders.circuit", maxAttempts = 2, openTimeout = 60_000, resetTimeout = 200)
        public String guarded() throws IOException {
            calls.incrementAndGet();
            if (failing) {
                throw new IOException();
            }
            return "done";
        }

        public int attempts() {
            return attempts.getAndSet(0);
        }

        public int calls() {
            return calls.get();
        }

        public void recover() {
            failing = false;
        }
    }

    private AnnotationConfigApplicationContext annotated() throws Exception {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext(Configuration.class);
        Orders orders = context.getBean(Orders.class);
        orders.fetch(2);
        again("Orders.fetch", orders.attempts());
        assertThatThrownBy(orders::store).isInstanceOf(IOException.class);
        again("orders.store", orders.attempts());
        int asked = 0;
        for (; asked < 3; asked++) {
            assertThatThrownBy(orders::guarded).isNotNull();
        }
        orders.recover();
        int[] refused = {asked - orders.calls()};
        await().until(
                        () -> {
                            try {
                                return orders.guarded();
                            } catch (Exception open) {
                                refused[0]++;
                                return null;
                            }
                        },
                        "done"::equals);
        seen.put("orders.circuit rejected", (long) refused[0]);
        assertThat(orders.guarded()).isEqualTo("done");
        return context;
    }
}
