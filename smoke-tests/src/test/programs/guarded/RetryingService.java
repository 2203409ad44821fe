package guarded;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.resilience.annotation.EnableResilientMethods;
import org.springframework.resilience.annotation.Retryable;
import org.springframework.retry.policy.CircuitBreakerRetryPolicy;
import org.springframework.retry.policy.SimpleRetryPolicy;
import org.springframework.retry.support.DefaultRetryState;
import org.springframework.retry.support.RetryTemplate;

/** A service on Spring Framework 7 that uses its own retries and Spring Retry beside them. */
@EnableResilientMethods
public class RetryingService {
    /** What the service calls. */
    public static class Orders {
        private final AtomicInteger attempts = new AtomicInteger();

        @Retryable(maxRetries = 3, delay = 1)
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

    @Bean
    Orders orders() {
        return new Orders();
    }

    public static void main(String[] args) throws Exception {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext(RetryingService.class);
        Orders orders = context.getBean(Orders.class);
        orders.store(2);
        System.out.println("seen Orders.store again " + (orders.attempts() - 1));
        RetryTemplate circuit = new RetryTemplate();
        circuit.setRetryPolicy(new CircuitBreakerRetryPolicy(new SimpleRetryPolicy(2)));
        AtomicInteger attempts = new AtomicInteger();
        int calls = 5;
        for (int i = 0; i < calls; i++) {
            try {
                circuit.execute(
                        call -> {
                            attempts.incrementAndGet();
                            throw new IOException();
                        },
                        call -> "recovered",
                        new DefaultRetryState("circuit"));
            } catch (IOException failed) {
                // Let through.
            }
        }
        System.out.println("seen spring-retry REJECTED " + (calls - attempts.get()));
        System.out.println("ready");
        while (System.in.read() >= 0) {
            Thread.onSpinWait();
        }
        context.close();
    }
}
