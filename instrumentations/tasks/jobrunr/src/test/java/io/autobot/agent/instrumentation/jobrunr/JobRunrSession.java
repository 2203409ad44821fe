package io.autobot.agent.instrumentation.jobrunr;

import static org.awaitility.Awaitility.await;

import java.lang.reflect.Field;
import java.net.ConnectException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jobrunr.configuration.JobRunr;
import org.jobrunr.jobs.Job;
import org.jobrunr.jobs.JobId;
import org.jobrunr.jobs.filters.RetryFilter;
import org.jobrunr.jobs.states.JobState;
import org.jobrunr.jobs.states.StateName;
import org.jobrunr.scheduling.JobScheduler;
import org.jobrunr.server.BackgroundJobServerConfiguration;
import org.jobrunr.storage.InMemoryStorageProvider;
import org.jobrunr.storage.StorageProvider;

/** Jobs of every kind, each to its end. The argument takes what their history in storage says. */
public final class JobRunrSession implements Function<Map<String, Long>, Object> {
    private static final CountDownLatch BLOCKED = new CountDownLatch(1);
    private static final CountDownLatch GIVEN_UP = new CountDownLatch(1);
    private static final AtomicInteger ATTEMPTS = new AtomicInteger();

    /** What runs. */
    public static final class Jobs {
        private Jobs() {}

        /** Ends well. */
        public static void works(int number) {
            // Only that it does so matters.
        }

        /** Ends well at the second attempt. */
        public static void recovers() throws ConnectException {
            if (ATTEMPTS.incrementAndGet() == 1) {
                throw new ConnectException("as told");
            }
        }

        /** Never does. */
        public static void breaks() {
            throw new IllegalStateException("as told");
        }

        /** Is deleted meanwhile. */
        public static void blocks() throws InterruptedException {
            BLOCKED.countDown();
            try {
                new CountDownLatch(1).await();
            } finally {
                GIVEN_UP.countDown();
            }
        }
    }

    @Override
    public Object apply(Map<String, Long> history) {
        StorageProvider storage = new InMemoryStorageProvider();
        JobScheduler scheduler = JobRunr.configure()
                .useStorageProvider(storage)
                .withJobFilter(new RetryFilter(1, 0))
                .useBackgroundJobServer(eager())
                .initialize()
                .getJobScheduler();
        try {
            Map<String, JobId> jobs = new LinkedHashMap<>();
            jobs.put("works 1", scheduler.enqueue(() -> Jobs.works(1)));
            jobs.put("works 2", scheduler.enqueue(() -> Jobs.works(2)));
            jobs.put("recovers", scheduler.enqueue(() -> Jobs.recovers()));
            jobs.put("breaks", scheduler.enqueue(() -> Jobs.breaks()));
            JobId blocks = scheduler.enqueue(() -> Jobs.blocks());
            BLOCKED.await();
            scheduler.delete(blocks);
            GIVEN_UP.await();
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> of(storage, jobs.get("works 1"), StateName.SUCCEEDED) == 1
                            && of(storage, jobs.get("works 2"), StateName.SUCCEEDED) == 1
                            && of(storage, jobs.get("recovers"), StateName.SUCCEEDED) == 1
                            && of(storage, jobs.get("breaks"), StateName.FAILED) == 2);
            jobs.put("blocks", blocks);
            jobs.forEach((name, job) -> tell(history, name.split(" ")[0], storage.getJobById(job)));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            JobRunr.destroy();
        }
        return null;
    }

    /** Looks for work every second; older releases refuse less than five, to spare a database that is not there. */
    private static BackgroundJobServerConfiguration eager() {
        BackgroundJobServerConfiguration configuration =
                BackgroundJobServerConfiguration.usingStandardBackgroundJobServerConfiguration()
                        .andWorkerCount(4);
        try {
            for (Field field : BackgroundJobServerConfiguration.class.getDeclaredFields()) {
                field.setAccessible(true);
                if (field.getName().equals("pollIntervalInSeconds")) {
                    field.setInt(configuration, 1);
                } else if (field.getName().equals("pollInterval")) {
                    field.set(configuration, Duration.ofSeconds(1));
                }
            }
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
        return configuration;
    }

    private static long of(StorageProvider storage, JobId job, StateName state) {
        return storage.getJobById(job).getJobStates().stream()
                .filter(one -> one.getName() == state)
                .count();
    }

    private static void tell(Map<String, Long> history, String name, Job job) {
        for (JobState state : job.getJobStates()) {
            history.merge(name + " " + state.getName(), 1L, Long::sum);
        }
    }
}
