package guarded;

import dev.failsafe.Failsafe;
import dev.failsafe.RetryPolicy;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.reactor.circuitbreaker.operator.CircuitBreakerOperator;
import io.github.resilience4j.reactor.retry.RetryOperator;
import io.github.resilience4j.retry.RetryConfig;
import io.github.resilience4j.retry.RetryRegistry;
import io.github.resilience4j.retry.annotation.Retry;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;

/**
 * A Spring Boot service whose calls are guarded by annotations, operators and policies. Prints what the libraries' own
 * listeners and the work itself have counted, then waits for the end of its input.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class GuardedService {
    private static final Map<String, Integer> SEEN = new ConcurrentSkipListMap<>();

    /** What the service calls. */
    public static class Inventory {
        private final AtomicInteger attempts = new AtomicInteger();

        @io.github.resilience4j.circuitbreaker.annotation.CircuitBreaker(name = "inventory")
        public String stock(boolean fails) {
            if (fails) {
                throw new IllegalStateException("as told");
            }
            return "enough";
        }

        @Retry(name = "pricing")
        public String price(int failures) throws IOException {
            if (attempts.incrementAndGet() <= failures) {
                throw new SocketTimeoutException();
            }
            return "1.00";
        }

        public int attempts() {
            return attempts.getAndSet(0);
        }
    }

    @Bean
    Inventory inventory() {
        return new Inventory();
    }

    public static void main(String[] args) throws Exception {
        ConfigurableApplicationContext context = new SpringApplicationBuilder(GuardedService.class)
                .web(WebApplicationType.NONE)
                .properties(
                        "spring.main.banner-mode=off",
                        "resilience4j.circuitbreaker.instances.inventory.slidingWindowSize=4",
                        "resilience4j.circuitbreaker.instances.inventory.minimumNumberOfCalls=4",
                        "resilience4j.retry.instances.pricing.maxAttempts=3",
                        "resilience4j.retry.instances.pricing.waitDuration=1ms")
                .run(args);
        annotated(context);
        reactive(context);
        failsafe();
        SEEN.forEach((what, count) -> System.out.println("seen " + what + " " + count));
        System.out.println("ready");
        while (System.in.read() >= 0) {
            Thread.onSpinWait();
        }
        context.close();
    }

    private static void saw(String what, int count) {
        SEEN.merge(what, count, Integer::sum);
    }

    private static void listen(CircuitBreaker breaker) {
        String name = breaker.getName();
        breaker.getEventPublisher()
                .onStateTransition(event ->
                        saw(name + " " + event.getStateTransition().getToState(), 1))
                .onCallNotPermitted(event -> saw(name + " REJECTED", 1));
    }

    private static void annotated(ConfigurableApplicationContext context) throws IOException {
        CircuitBreaker breaker = context.getBean(CircuitBreakerRegistry.class).circuitBreaker("inventory");
        listen(breaker);
        Inventory inventory = context.getBean(Inventory.class);
        for (int i = 0; i < 7; i++) {
            try {
                inventory.stock(true);
            } catch (RuntimeException failedOrRefused) {
                saw("inventory calls", 1);
            }
        }
        inventory.price(1);
        saw("pricing again", inventory.attempts() - 1);
        try {
            inventory.price(9);
        } catch (SocketTimeoutException exhausted) {
            saw("pricing again", inventory.attempts() - 1);
        }
    }

    private static void reactive(ConfigurableApplicationContext context) {
        CircuitBreaker breaker = context.getBean(CircuitBreakerRegistry.class)
                .circuitBreaker(
                        "stream",
                        io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.custom()
                                .slidingWindowSize(2)
                                .minimumNumberOfCalls(2)
                                .build());
        listen(breaker);
        io.github.resilience4j.retry.Retry retry = context.getBean(RetryRegistry.class)
                .retry(
                        "stream",
                        RetryConfig.custom().maxAttempts(2).waitDuration(Duration.ofMillis(1)).build());
        AtomicInteger attempts = new AtomicInteger();
        for (int i = 0; i < 2; i++) {
            try {
                Mono.fromCallable(() -> {
                            attempts.incrementAndGet();
                            throw new ConnectException();
                        })
                        .transformDeferred(CircuitBreakerOperator.of(breaker))
                        .transformDeferred(RetryOperator.of(retry))
                        .block();
            } catch (RuntimeException exhausted) {
                saw("stream calls", 1);
            }
        }
        // Two attempts failed and opened it; the other two were refused, and one of them came again.
        saw("stream attempts", attempts.get());
    }

    private static void failsafe() {
        AtomicInteger attempts = new AtomicInteger();
        Failsafe.with(RetryPolicy.builder().withMaxRetries(3).build()).get(() -> {
            if (attempts.incrementAndGet() < 3) {
                throw new IOException();
            }
            return "done";
        });
        saw("failsafe again", attempts.get() - 1);
    }
}
