package io.autobot.agent.redis;

import io.autobot.agent.metrics.FamilyDescription;
import io.autobot.agent.metrics.Windows.Window;
import io.prometheus.metrics.model.snapshots.Labels;

/**
 * The label sets under which one operation is shown. Each is made by the first scrape that shows it and kept as long as
 * the recorder, because the client checks and copies every name when it makes one, which is most of the cost of a row.
 * A set takes about 90 bytes; a command that looks nothing up has 7.
 *
 * <p>For any thread: the sets are immutable, and two scrapes that make the same one make equal ones.
 */
final class RedisOperationLabels {
    private static final String OPERATION_TYPE = "redis_";

    /** What is shown of an operation; families with equal labels share a set. */
    enum Series {
        /** Of operations and of requests. */
        SUCCESS(RedisFamilies.OPERATIONS, "success"),
        HIT(RedisFamilies.OPERATIONS, "hit"),
        MISS(RedisFamilies.OPERATIONS, "miss"),
        ERROR(RedisFamilies.OPERATIONS, "error"),
        FAILED(RedisFamilies.REQUESTS, "failed"),
        TIMEOUT(RedisFamilies.TIMEOUTS, "timeout"),
        RATE_1M(RedisFamilies.TIMEOUT_RATE, Window.ONE_MINUTE.id()),
        RATE_5M(RedisFamilies.TIMEOUT_RATE, Window.FIVE_MINUTES.id()),
        RATE_15M(RedisFamilies.TIMEOUT_RATE, Window.FIFTEEN_MINUTES.id());

        private final String[] names;
        private final String closedValue;

        Series(FamilyDescription family, String closedValue) {
            this.names = family.labelNames();
            this.closedValue = closedValue;
        }
    }

    private final String database;
    private final String operation;
    private final String operationType;
    private final Labels[] made = new Labels[Series.values().length];

    RedisOperationLabels(String database, String operation) {
        this.database = database;
        this.operation = operation;
        this.operationType = operationType(operation);
    }

    /** The value of the {@code operation_type} label. */
    static String operationType(String operation) {
        return OPERATION_TYPE + operation;
    }

    /** The set of a series. */
    Labels of(Series series) {
        Labels labels = made[series.ordinal()];
        if (labels == null) {
            labels = series.ordinal() < Series.TIMEOUT.ordinal()
                    ? Labels.of(series.names, new String[] {database, operation, series.closedValue})
                    : Labels.of(series.names, new String[] {operationType, database, series.closedValue});
            made[series.ordinal()] = labels;
        }
        return labels;
    }

    /** The set of a window of the timeout rate. */
    Labels rate(Window window) {
        return switch (window) {
            case ONE_MINUTE -> of(Series.RATE_1M);
            case FIVE_MINUTES -> of(Series.RATE_5M);
            case FIFTEEN_MINUTES -> of(Series.RATE_15M);
        };
    }
}
