package io.autobot.agent.instrumentation.springcoreretry;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.springframework.core.retry.RetryException;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;

/** One retry for each of so many calls, without any of Spring that would stay behind. */
public final class OneRetrySession implements Function<Integer, Object> {
    @Override
    public Object apply(Integer times) {
        RetryTemplate template =
                new RetryTemplate(RetryPolicy.builder().delay(Duration.ZERO).build());
        for (int i = 0; i < times; i++) {
            AtomicInteger attempts = new AtomicInteger();
            try {
                template.execute(() -> {
                    if (attempts.incrementAndGet() == 1) {
                        throw new IOException();
                    }
                    return "done";
                });
            } catch (RetryException exhausted) {
                throw new IllegalStateException(exhausted);
            }
        }
        return null;
    }
}
