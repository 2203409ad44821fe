package io.autobot.agent.instrumentation.springtasks;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.aop.interceptor.AsyncExecutionInterceptor;
import org.springframework.scheduling.support.ScheduledMethodRunnable;

/** One method of each kind, so many times; without any of Spring that would stay behind. */
public final class BareSession implements Function<Integer, Object> {
    /** What runs. */
    public static final class Work implements Runnable {
        @Override
        public void run() {
            // Only that it does so matters.
        }
    }

    @Override
    public Object apply(Integer times) {
        ExecutorService executor = Executors.newSingleThreadExecutor();
        ProxyFactory factory = new ProxyFactory(new Work());
        factory.addAdvice(new AsyncExecutionInterceptor(executor));
        Runnable asynchronous = (Runnable) factory.getProxy(getClass().getClassLoader());
        try {
            for (int i = 0; i < times; i++) {
                asynchronous.run();
                new ScheduledMethodRunnable(new Work(), "run").run();
            }
            executor.shutdown();
            executor.awaitTermination(1, TimeUnit.MINUTES);
        } catch (NoSuchMethodException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return null;
    }
}
