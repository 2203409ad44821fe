package io.autobot.agent.instrumentation.springtasks;

import static org.awaitility.Awaitility.await;

import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/** Scheduled functions of Kotlin that suspend, until each has run. The argument takes how they ended. */
public final class KotlinSession implements Function<Map<String, Long>, Object> {
    private static final String JOBS = "io.autobot.agent.instrumentation.springtasks.kotlin.KotlinJobs";

    @Override
    public Object apply(Map<String, Long> counts) {
        QuietLog.hush();
        Tally tally = new Tally(counts);
        Consumer<String> add = tally::add;
        try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
            context.register(ScheduledSession.Configuration.class);
            context.registerBean(ThreadPoolTaskScheduler.class);
            context.registerBean("add", Consumer.class, () -> add);
            context.register(Class.forName(JOBS));
            context.refresh();
            await().until(() -> tally.of("KotlinJobs.once spring-scheduled success") == 1
                    && tally.of("KotlinJobs.broken spring-scheduled failed") == 1
                    && tally.of("KotlinJobs.endless spring-scheduled cancelled") == 1);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
        return null;
    }
}
