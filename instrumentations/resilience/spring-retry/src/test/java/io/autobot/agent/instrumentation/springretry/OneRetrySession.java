package io.autobot.agent.instrumentation.springretry;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.springframework.retry.policy.CircuitBreakerRetryPolicy;
import org.springframework.retry.support.DefaultRetryState;
import org.springframework.retry.support.RetryTemplate;

/** One retry, and a circuit of its own, for each of so many calls; without any of Spring that would stay behind. */
public final class OneRetrySession implements Function<Integer, Object> {
    @Override
    public Object apply(Integer times) {
        for (int i = 0; i < times; i++) {
            AtomicInteger attempts = new AtomicInteger();
            new RetryTemplate().execute(context -> {
                if (attempts.incrementAndGet() == 1) {
                    throw new IllegalStateException("as told");
                }
                return "done";
            });
            RetryTemplate circuit = new RetryTemplate();
            circuit.setRetryPolicy(new CircuitBreakerRetryPolicy());
            circuit.execute(context -> "done", new DefaultRetryState("circuit"));
            circuit.execute(context -> "done", new DefaultRetryState("circuit"));
        }
        return null;
    }
}
