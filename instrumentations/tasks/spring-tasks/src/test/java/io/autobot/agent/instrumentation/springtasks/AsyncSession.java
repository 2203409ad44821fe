package io.autobot.agent.instrumentation.springtasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.function.Function;
import org.springframework.aop.interceptor.AsyncUncaughtExceptionHandler;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.task.TaskRejectedException;
import org.springframework.scheduling.annotation.Async;
import org.springframework.scheduling.annotation.AsyncConfigurer;
import org.springframework.scheduling.annotation.EnableAsync;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/** Asynchronous methods of every kind, each to its end. The argument takes how they ended. */
public final class AsyncSession implements Function<Map<String, Long>, Object> {
    /** One thread, no queue. */
    private static final String NARROW = "narrow";

    private AnnotationConfigApplicationContext context;
    private Tally tally;

    /** Switches asynchronous methods on. */
    @EnableAsync
    public static class Configuration implements AsyncConfigurer {
        private final AsyncSession session;

        Configuration(AsyncSession session) {
            this.session = session;
        }

        @Override
        public Executor getAsyncExecutor() {
            return session.context.getBean("usual", Executor.class);
        }

        @Override
        public AsyncUncaughtExceptionHandler getAsyncUncaughtExceptionHandler() {
            return (failure, method, arguments) -> {
                // A body on this very thread, in the midst of the failed one's end.
                session.context.getBean(Mails.class).sent("handler");
                session.context.getBean(Inline.class).work();
            };
        }
    }

    /** Seen through this alone. */
    public interface Reports {
        /** Has a result. */
        @Async
        Future<String> print() throws IOException;
    }

    /** Behind a proxy of its interface. */
    public static class PdfReports implements Reports {
        private final Tally tally;

        PdfReports(Tally tally) {
            this.tally = tally;
        }

        @Override
        public Future<String> print() throws IOException {
            tally.add("PdfReports.print spring-async failed");
            throw new IOException("as told");
        }
    }

    /** Runs where it is called. */
    public static class Inline {
        private final Tally tally;

        Inline(Tally tally) {
            this.tally = tally;
        }

        /** Nested in another body. */
        @Async("inline")
        public void work() {
            tally.add("Inline.work spring-async success");
        }
    }

    /** Does all that can be done. */
    public static class Mails {
        private final Tally tally;

        Mails(Tally tally) {
            this.tally = tally;
        }

        /** Without a result. */
        @Async
        public void send(CountDownLatch sent) {
            tally.add("Mails.send spring-async success");
            sent.countDown();
        }

        /** Not asynchronous. */
        public void sent(String by) {
            tally.add(by);
        }

        /** Whose failure goes to the handler. */
        @Async
        public void lose() {
            tally.add("Mails.lose spring-async failed");
            throw new IllegalStateException("as told");
        }

        /** Has a result. */
        @Async
        public CompletableFuture<String> fetch(boolean works) {
            tally.add("Mails.fetch spring-async " + (works ? "success" : "failed"));
            return works
                    ? CompletableFuture.supplyAsync(() -> "done")
                    : CompletableFuture.failedFuture(new IOException("as told"));
        }

        /** Ends when it is told to. */
        @Async(NARROW)
        public Future<String> block(CountDownLatch begun) throws InterruptedException {
            tally.add("Mails.block spring-async cancelled");
            begun.countDown();
            new CountDownLatch(1).await();
            return new FutureTask<>(() -> "never");
        }
    }

    private ThreadPoolTaskExecutor executor(int threads, int queue) {
        ThreadPoolTaskExecutor executor = new ThreadPoolTaskExecutor();
        executor.setCorePoolSize(threads);
        executor.setMaxPoolSize(threads);
        executor.setQueueCapacity(queue);
        executor.setWaitForTasksToCompleteOnShutdown(true);
        executor.setAwaitTerminationSeconds(30);
        return executor;
    }

    @Override
    public Object apply(Map<String, Long> counts) {
        tally = new Tally(counts);
        try (AnnotationConfigApplicationContext opened = new AnnotationConfigApplicationContext()) {
            context = opened;
            opened.registerBean(Configuration.class, () -> new Configuration(this));
            opened.registerBean("usual", ThreadPoolTaskExecutor.class, () -> executor(2, 100));
            opened.registerBean(NARROW, ThreadPoolTaskExecutor.class, () -> executor(1, 0));
            opened.registerBean("inline", Executor.class, () -> Runnable::run);
            opened.registerBean(Mails.class, () -> new Mails(tally));
            opened.registerBean(Inline.class, () -> new Inline(tally));
            opened.registerBean(PdfReports.class, () -> new PdfReports(tally));
            opened.refresh();
            call();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return null;
    }

    private void call() throws Exception {
        Mails mails = context.getBean(Mails.class);
        CountDownLatch sent = new CountDownLatch(2);
        mails.send(sent);
        mails.send(sent);
        sent.await();
        mails.lose();
        assertThat(mails.fetch(true).get()).isEqualTo("done");
        assertThatThrownBy(() -> mails.fetch(false).get())
                .isInstanceOf(ExecutionException.class)
                .hasRootCauseInstanceOf(IOException.class);
        assertThatThrownBy(() -> context.getBean(Reports.class).print().get())
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(IOException.class);
        reject(mails);
    }

    private void reject(Mails mails) throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        Future<String> blocked = mails.block(begun);
        begun.await();
        assertThatThrownBy(() -> mails.block(begun)).isInstanceOf(TaskRejectedException.class);
        tally.add("Mails.block spring-async rejected");
        assertThat(blocked.cancel(true)).isTrue();
        ThreadPoolExecutor narrow =
                context.getBean(NARROW, ThreadPoolTaskExecutor.class).getThreadPoolExecutor();
        assertThat(narrow.getPoolSize()).isEqualTo(1);
    }
}
