package io.autobot.agent.instrumentation.springtasks;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.util.Map;
import java.util.function.Function;
import org.reactivestreams.Publisher;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Scheduled methods with reactive results, until each was subscribed to. The argument takes how they ended. */
public final class ReactiveSession implements Function<Map<String, Long>, Object> {
    /** Publishers of every kind. */
    public static class Jobs {
        private final Tally tally;

        Jobs(Tally tally) {
            this.tally = tally;
        }

        /** Subscribed to until the context ends. */
        @Scheduled(fixedDelay = 10)
        public Mono<String> often() {
            return Mono.fromSupplier(() -> {
                tally.add("Jobs.often spring-scheduled success");
                return "done";
            });
        }

        /** Fails each time. */
        @Scheduled(fixedRate = 50)
        public Flux<String> broken() {
            return Flux.defer(() -> {
                tally.add("Jobs.broken spring-scheduled failed");
                return Flux.error(new IOException("as told"));
            });
        }

        /** Ends with the context. */
        @Scheduled(fixedRate = 3_600_000)
        public Publisher<String> endless() {
            return Flux.defer(() -> {
                tally.add("Jobs.endless spring-scheduled cancelled");
                return Flux.never();
            });
        }
    }

    @Override
    public Object apply(Map<String, Long> counts) {
        QuietLog.hush();
        Tally tally = new Tally(counts);
        try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
            context.register(ScheduledSession.Configuration.class);
            context.registerBean(ThreadPoolTaskScheduler.class, () -> {
                ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();
                scheduler.setAwaitTerminationSeconds(30);
                return scheduler;
            });
            context.registerBean(Jobs.class, () -> new Jobs(tally));
            context.refresh();
            await().until(() -> tally.of("Jobs.often spring-scheduled success") > 1
                    && tally.of("Jobs.broken spring-scheduled failed") > 1
                    && tally.of("Jobs.endless spring-scheduled cancelled") == 1);
        }
        return null;
    }
}
