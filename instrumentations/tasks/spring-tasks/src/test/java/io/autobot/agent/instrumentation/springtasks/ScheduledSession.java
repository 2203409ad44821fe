package io.autobot.agent.instrumentation.springtasks;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/** Scheduled methods of every kind, until each has run. The argument takes how they ended. */
public final class ScheduledSession implements Function<Map<String, Long>, Object> {
    /** Switches scheduling on. */
    @EnableScheduling
    public static class Configuration {}

    /** What several beans inherit. */
    public abstract static class Inherited {
        final Tally tally;

        Inherited(Tally tally) {
            this.tally = tally;
        }

        /** Runs once. */
        @Scheduled(fixedDelay = 3_600_000)
        public void inherited() {
            tally.add(getClass().getSimpleName() + ".inherited spring-scheduled success");
        }
    }

    /** Only inherits. */
    public static class Others extends Inherited {
        Others(Tally tally) {
            super(tally);
        }
    }

    /** Does all that can be done. */
    public static class Jobs extends Inherited {
        private final CountDownLatch never = new CountDownLatch(1);

        Jobs(Tally tally) {
            super(tally);
        }

        /** Runs until the context ends. */
        @Scheduled(fixedRate = 10)
        public void often() {
            tally.add("Jobs.often spring-scheduled success");
        }

        /** Fails each time, and is run again. */
        @Scheduled(fixedDelay = 50)
        public void broken() throws IOException {
            tally.add("Jobs.broken spring-scheduled failed");
            throw new IOException("as told");
        }

        /** By its own clock. */
        @Scheduled(cron = "* * * * * *")
        void byTheClock() {
            tally.add("Jobs.byTheClock spring-scheduled success");
        }

        /** Ends with the scheduler. */
        @Scheduled(fixedDelay = 10)
        public void endless() throws InterruptedException {
            tally.add("Jobs.endless spring-scheduled cancelled");
            never.await();
        }
    }

    @Override
    public Object apply(Map<String, Long> counts) {
        QuietLog.hush();
        Tally tally = new Tally(counts);
        try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
            context.register(Configuration.class);
            context.registerBean(ThreadPoolTaskScheduler.class, () -> {
                ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();
                scheduler.setPoolSize(3);
                // Else the test could look before the last one has ended.
                scheduler.setAwaitTerminationSeconds(30);
                return scheduler;
            });
            context.registerBean(Others.class, () -> new Others(tally));
            context.registerBean(Jobs.class, () -> new Jobs(tally));
            context.refresh();
            await().until(() -> tally.of("Jobs.often spring-scheduled success") > 2
                    && tally.of("Jobs.broken spring-scheduled failed") > 1
                    && tally.of("Jobs.byTheClock spring-scheduled success") > 0
                    && tally.of("Jobs.endless spring-scheduled cancelled") == 1
                    && tally.of("Jobs.inherited spring-scheduled success") == 1
                    && tally.of("Others.inherited spring-scheduled success") == 1);
            // Interrupts what runs, where later releases' contexts would first wait for it.
            context.getBean(ThreadPoolTaskScheduler.class).shutdown();
        }
        return null;
    }
}
