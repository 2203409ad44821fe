package io.autobot.agent.redis;

import io.autobot.agent.metrics.FamilyDescription;
import io.autobot.agent.metrics.Rows;
import io.autobot.agent.metrics.Windows.Window;
import io.autobot.agent.redis.RedisOperation.Reading;
import io.autobot.agent.redis.RedisOperationLabels.Series;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * One scrape of Redis. Every count is read once and all families that repeat it are computed from that reading, so
 * they agree to the last count however busy the recorders are. The counts are read before the histogram, which the
 * recorders move first: its count is never behind that of the timed operations.
 */
final class RedisScrape {
    private static final double PERCENT = 100;

    private record Entry(RedisDatabase database, RedisOperation operation, Reading reading) {}

    private final RedisMetrics metrics;
    private final Predicate<String> wanted;
    private final long nowNanos;
    private final List<MetricSnapshot> snapshots = new ArrayList<>();

    RedisScrape(RedisMetrics metrics, Predicate<String> wanted, long nowNanos) {
        this.metrics = metrics;
        this.wanted = wanted;
        this.nowNanos = nowNanos;
    }

    List<MetricSnapshot> collect() {
        // Gauges first: they may bring databases that no command has used yet.
        new RedisGauges(metrics, wanted, snapshots).collect();
        List<List<Entry>> databases = read();
        operations(databases);
        histograms();
        databaseCounters();
        timeouts(databases);
        rates(databases);
        return snapshots;
    }

    private List<List<Entry>> read() {
        List<List<Entry>> databases = new ArrayList<>();
        for (RedisDatabase database : metrics.databases()) {
            List<Entry> entries = new ArrayList<>();
            for (RedisOperation operation : database.ownOperations()) {
                entries.add(new Entry(database, operation, operation.read()));
            }
            databases.add(entries);
        }
        return databases;
    }

    private void operations(List<List<Entry>> databases) {
        if (!Rows.wants(wanted, RedisFamilies.OPERATIONS, RedisFamilies.REQUESTS)) {
            return;
        }
        Rows operations = new Rows(RedisFamilies.OPERATIONS);
        Rows requests = new Rows(RedisFamilies.REQUESTS);
        for (List<Entry> entries : databases) {
            for (Entry entry : entries) {
                RedisOperationLabels labels = entry.operation().labels();
                Reading reading = entry.reading();
                if (reading.success() > 0) {
                    operations.add(reading.success(), labels.of(Series.SUCCESS));
                }
                if (reading.hit() + reading.miss() > 0) {
                    operations.add(reading.hit(), labels.of(Series.HIT));
                    operations.add(reading.miss(), labels.of(Series.MISS));
                }
                operations.add(reading.error(), labels.of(Series.ERROR));
                requests.add(reading.attempts() - reading.error(), labels.of(Series.SUCCESS));
                requests.add(reading.error(), labels.of(Series.FAILED));
            }
        }
        add(RedisFamilies.OPERATIONS, operations);
        add(RedisFamilies.REQUESTS, requests);
    }

    private void histograms() {
        RedisHistograms durations = metrics.durations();
        if (durations == null) {
            return;
        }
        if (Rows.wants(wanted, RedisFamilies.LATENCY, RedisFamilies.OPERATION_DURATION)) {
            HistogramSnapshot latencies = durations.latencies();
            add(RedisFamilies.LATENCY, latencies);
            if (wanted.test(RedisFamilies.OPERATION_DURATION.name())) {
                Rows.repeat(RedisFamilies.OPERATION_DURATION, latencies, durations::ofDuration, snapshots);
            }
        }
        if (wanted.test(RedisFamilies.POOL_WAIT.name())) {
            add(RedisFamilies.POOL_WAIT, durations.poolWaits());
        }
    }

    private void databaseCounters() {
        Rows messages = new Rows(RedisFamilies.PUBSUB_MESSAGES);
        for (RedisDatabase database : metrics.databases()) {
            long published = database.publishedMessages();
            long received = database.receivedMessages();
            if (published + received > 0) {
                messages.add(published, database.alias(), "published");
                messages.add(received, database.alias(), "received");
            }
        }
        add(RedisFamilies.PUBSUB_MESSAGES, messages);
    }

    /** Every kind of timeout from 0 on, so that {@code increase()} sees the first. */
    private void timeouts(List<List<Entry>> databases) {
        Rows timeouts = new Rows(RedisFamilies.TIMEOUTS);
        for (RedisDatabase database : metrics.databases()) {
            timeouts.add(database.connectTimeouts(), "redis_connect", database.alias(), "connect_timeout");
            timeouts.add(database.poolTimeouts(), "redis_pool", database.alias(), "pool_timeout");
        }
        for (List<Entry> entries : databases) {
            for (Entry entry : entries) {
                timeouts.add(
                        entry.reading().timeout(), entry.operation().labels().of(Series.TIMEOUT));
            }
        }
        add(RedisFamilies.TIMEOUTS, timeouts);
    }

    private void rates(List<List<Entry>> databases) {
        if (!Rows.wants(wanted, RedisFamilies.SUCCESS_RATE, RedisFamilies.TIMEOUT_RATE)) {
            return;
        }
        Rows successRate = new Rows(RedisFamilies.SUCCESS_RATE);
        Rows timeoutRate = new Rows(RedisFamilies.TIMEOUT_RATE);
        for (Window window : Window.values()) {
            for (List<Entry> entries : databases) {
                long attempts = 0;
                long errors = 0;
                for (Entry entry : entries) {
                    long[] now = new long[Reading.COLUMNS];
                    entry.reading().into(now);
                    long[] within = entry.operation().track().within(window, nowNanos, now);
                    attempts += within[Reading.ATTEMPTS];
                    errors += within[Reading.ERRORS];
                    if (within[Reading.ATTEMPTS] > 0) {
                        timeoutRate.add(
                                PERCENT * within[Reading.TIMEOUTS] / within[Reading.ATTEMPTS],
                                entry.operation().labels().rate(window));
                    }
                }
                if (attempts > 0) {
                    String database = entries.get(0).database().alias();
                    successRate.add(PERCENT * (attempts - errors) / attempts, database, window.id());
                }
            }
        }
        add(RedisFamilies.SUCCESS_RATE, successRate);
        add(RedisFamilies.TIMEOUT_RATE, timeoutRate);
    }

    private void add(FamilyDescription family, Rows rows) {
        if (wanted.test(family.name())) {
            rows.into(snapshots);
        }
    }

    private void add(FamilyDescription family, HistogramSnapshot snapshot) {
        if (wanted.test(family.name()) && !snapshot.getDataPoints().isEmpty()) {
            snapshots.add(snapshot);
        }
    }
}
