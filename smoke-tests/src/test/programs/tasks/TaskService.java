package tasks;

import static org.quartz.SimpleScheduleBuilder.simpleSchedule;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobExecutionContext;
import org.quartz.Scheduler;
import org.quartz.TriggerBuilder;
import org.quartz.impl.StdSchedulerFactory;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.scheduling.annotation.Async;
import org.springframework.scheduling.annotation.EnableAsync;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.concurrent.SimpleAsyncTaskScheduler;

/** A service on Spring Framework 7 with tasks on virtual threads, where there are any, and Quartz beside it. */
@EnableScheduling
@EnableAsync
public class TaskService {
    private static final boolean VIRTUAL = Runtime.version().feature() >= 21;
    private static final CountDownLatch DONE = new CountDownLatch(5);

    /** What the service does. */
    public static class Reports {
        @Scheduled(initialDelay = 1)
        public void once() {
            DONE.countDown();
        }

        @Scheduled(fixedDelay = 3_600_000)
        public void hourly() {
            DONE.countDown();
        }

        @Async
        public CompletableFuture<String> print() {
            return CompletableFuture.completedFuture("printed");
        }
    }

    /** Runs three times. */
    public static class CleanUp implements Job {
        @Override
        public void execute(JobExecutionContext context) {
            DONE.countDown();
        }
    }

    @Bean
    Reports reports() {
        return new Reports();
    }

    @Bean
    SimpleAsyncTaskScheduler taskScheduler() {
        SimpleAsyncTaskScheduler scheduler = new SimpleAsyncTaskScheduler();
        scheduler.setVirtualThreads(VIRTUAL);
        return scheduler;
    }

    @Bean
    SimpleAsyncTaskExecutor taskExecutor() {
        SimpleAsyncTaskExecutor executor = new SimpleAsyncTaskExecutor();
        executor.setVirtualThreads(VIRTUAL);
        return executor;
    }

    public static void main(String[] args) throws Exception {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext(TaskService.class);
        Scheduler quartz = new StdSchedulerFactory().getScheduler();
        quartz.start();
        quartz.scheduleJob(
                JobBuilder.newJob(CleanUp.class).build(),
                TriggerBuilder.newTrigger()
                        .withSchedule(simpleSchedule().withIntervalInMilliseconds(1).withRepeatCount(2))
                        .build());
        context.getBean(Reports.class).print().get();
        DONE.await();
        System.out.println("ready");
        while (System.in.read() >= 0) {
            Thread.onSpinWait();
        }
        quartz.shutdown(true);
        context.close();
    }
}
