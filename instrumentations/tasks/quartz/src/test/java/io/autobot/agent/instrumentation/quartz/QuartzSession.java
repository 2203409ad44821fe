package io.autobot.agent.instrumentation.quartz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.quartz.JobBuilder.newJob;
import static org.quartz.SimpleScheduleBuilder.simpleSchedule;
import static org.quartz.TriggerBuilder.newTrigger;

import java.net.ConnectException;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.quartz.InterruptableJob;
import org.quartz.Job;
import org.quartz.JobDetail;
import org.quartz.JobExecutionContext;
import org.quartz.JobExecutionException;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.SimpleTrigger;
import org.quartz.impl.StdSchedulerFactory;
import org.quartz.listeners.JobListenerSupport;
import org.quartz.listeners.TriggerListenerSupport;
import org.springframework.scheduling.quartz.MethodInvokingJobDetailFactoryBean;

/**
 * Jobs of every kind, each to its end. The argument takes how they ended, by a listener of the library and by what they
 * say of themselves.
 */
public final class QuartzSession implements Function<Map<String, Long>, Object> {
    private static final CountDownLatch BLOCKED = new CountDownLatch(1);

    /** Ends well. */
    public static final class Works implements Job {
        @Override
        public void execute(JobExecutionContext context) {
            // Only that it does so matters.
        }
    }

    /** Says that it has failed. */
    public static final class Fails implements Job {
        @Override
        public void execute(JobExecutionContext context) throws JobExecutionException {
            throw new JobExecutionException("as told");
        }
    }

    /** Throws what it should not. */
    public static final class Breaks implements Job {
        @Override
        public void execute(JobExecutionContext context) {
            throw new AssertionError("as told");
        }
    }

    /** Wants to be fired again at once, twice. */
    public static final class Refires implements Job {
        @Override
        public void execute(JobExecutionContext context) throws JobExecutionException {
            if (context.getRefireCount() < 2) {
                throw new JobExecutionException(new ConnectException("as told"), true);
            }
        }
    }

    /** Gives up when it is interrupted. */
    public static final class Blocks implements InterruptableJob {
        private volatile Thread thread;

        @Override
        public void execute(JobExecutionContext context) throws JobExecutionException {
            thread = Thread.currentThread();
            BLOCKED.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                throw new JobExecutionException(e);
            }
        }

        @Override
        public void interrupt() {
            thread.interrupt();
        }
    }

    /** Does not run, because a listener does not let it. */
    public static final class Vetoed implements Job {
        @Override
        public void execute(JobExecutionContext context) {
            throw new AssertionError("was vetoed");
        }
    }

    /** Does not run, because a listener throws before. */
    public static final class Unheard implements Job {
        @Override
        public void execute(JobExecutionContext context) {
            throw new AssertionError("the listener has thrown");
        }
    }

    /** A bean whose method is a job. */
    public static final class Bean {
        /** Ends well. */
        public void work() {
            // Only that it does so matters.
        }
    }

    private Map<String, Long> counts;
    private Scheduler scheduler;

    private synchronized void add(String what) {
        counts.merge(what, 1L, Long::sum);
    }

    private synchronized long sum() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** The other side. */
    private final class Counting extends JobListenerSupport {
        @Override
        public String getName() {
            return "counting";
        }

        @Override
        public void jobToBeExecuted(JobExecutionContext context) {
            if (context.getJobInstance() instanceof Unheard) {
                add("unheard");
                throw new IllegalStateException("as told");
            }
            if (context.getRefireCount() > 0) {
                add("refired");
            }
        }

        @Override
        public void jobExecutionVetoed(JobExecutionContext context) {
            add(context.getJobDetail().getKey().getName() + " cancelled");
        }

        @Override
        public void jobWasExecuted(JobExecutionContext context, JobExecutionException failure) {
            boolean interrupted = failure != null && failure.getCause() instanceof InterruptedException;
            String ended = interrupted ? " cancelled" : failure == null ? " success" : " failed";
            add(context.getJobDetail().getKey().getName() + ended);
        }
    }

    private static final class Vetoing extends TriggerListenerSupport {
        @Override
        public String getName() {
            return "vetoing";
        }

        @Override
        public boolean vetoJobExecution(org.quartz.Trigger trigger, JobExecutionContext context) {
            return context.getJobInstance() instanceof Vetoed;
        }
    }

    @Override
    public Object apply(Map<String, Long> ended) {
        counts = ended;
        Properties properties = new Properties();
        properties.setProperty("org.quartz.scheduler.instanceName", getClass().getName());
        properties.setProperty("org.quartz.threadPool.threadCount", "2");
        properties.setProperty("org.quartz.threadPool.class", "org.quartz.simpl.SimpleThreadPool");
        properties.setProperty("org.quartz.scheduler.skipUpdateCheck", "true");
        try {
            scheduler = new StdSchedulerFactory(properties).getScheduler();
            scheduler.getListenerManager().addJobListener(new Counting());
            scheduler.getListenerManager().addTriggerListener(new Vetoing());
            scheduler.start();
            run();
            scheduler.shutdown(true);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return null;
    }

    private void run() throws Exception {
        schedule(newJob(Works.class).withIdentity("Works").build(), 2);
        schedule(newJob(Fails.class).withIdentity("Fails").build(), 1);
        schedule(newJob(Breaks.class).withIdentity("Breaks").build(), 0);
        schedule(newJob(Refires.class).withIdentity("Refires").build(), 0);
        schedule(newJob(Vetoed.class).withIdentity("Vetoed").build(), 1);
        schedule(newJob(Unheard.class).withIdentity("Unheard").build(), 0);
        JobDetail blocks = newJob(Blocks.class).withIdentity("Blocks").build();
        schedule(blocks, 0);
        BLOCKED.await();
        assertThat(scheduler.interrupt(blocks.getKey())).isTrue();
        MethodInvokingJobDetailFactoryBean method = new MethodInvokingJobDetailFactoryBean();
        method.setTargetObject(new Bean());
        method.setTargetMethod("work");
        method.setName("bean.work");
        method.afterPropertiesSet();
        schedule(method.getObject(), 0);
        await().until(() -> sum() == 16);
    }

    private void schedule(JobDetail job, int again) throws SchedulerException {
        SimpleTrigger trigger = newTrigger()
                .withIdentity(job.getKey().getName())
                .withSchedule(simpleSchedule().withIntervalInMilliseconds(1).withRepeatCount(again))
                .build();
        scheduler.scheduleJob(job, trigger);
    }
}
