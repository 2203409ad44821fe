package io.autobot.agent.redis;

import io.autobot.agent.metrics.SeriesGuard;
import io.prometheus.metrics.core.datapoints.DistributionDataPoint;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts what happens on one database. Connections keep the one they use and ask for a {@link RedisOperation} per
 * command. Any thread may call any method; no method allocates once an operation has been seen.
 */
public final class RedisDatabase {
    private final RedisMetrics owner;
    private final String alias;

    /** The guards to tell of each event when this is the folded database, else {@code null}. */
    private final FoldedEvents folded;

    /** By command id. Read without a barrier: what counts is in final fields, and a stale null is looked at again. */
    private final RedisOperation[] operations;

    private final LongAdder connectTimeouts = new LongAdder();
    private final LongAdder poolTimeouts = new LongAdder();
    private final LongAdder published = new LongAdder();
    private final LongAdder received = new LongAdder();
    private volatile DistributionDataPoint poolWait;

    RedisDatabase(RedisMetrics owner, String alias, int commands, FoldedEvents folded) {
        this.owner = owner;
        this.alias = alias;
        this.operations = new RedisOperation[commands];
        this.folded = folded;
    }

    /** The value of the {@code database} label. */
    public String alias() {
        return alias;
    }

    /** The recorder of a command; an id outside the vocabulary is the command {@code other}. */
    public RedisOperation operation(int commandId) {
        int id = commandId < 0 || commandId >= operations.length ? 0 : commandId;
        RedisOperation operation = operations[id];
        return operation != null ? operation : create(id);
    }

    /** A connection could not be opened in time. */
    public void connectTimeout() {
        connectTimeouts.increment();
        if (folded != null) {
            folded.timeouts().folded();
        }
    }

    /** The pool had no connection to give in time. */
    public void poolTimeout() {
        poolTimeouts.increment();
        if (folded != null) {
            folded.timeouts().folded();
        }
    }

    /** A message was published. */
    public void published() {
        published.increment();
        if (folded != null) {
            folded.messages().folded();
        }
    }

    /** A message was received. */
    public void received() {
        received(1);
    }

    /** Several messages were received. */
    public void received(long messages) {
        received.add(messages);
        if (folded != null) {
            folded.messages().folded(messages);
        }
    }

    /** A connection was had from the pool after so many nanoseconds. */
    public void poolWaited(long nanos) {
        DistributionDataPoint wait = poolWait;
        if (wait == null) {
            wait = owner.poolWait(alias);
            poolWait = wait;
        }
        wait.observe(nanos / 1e9);
        if (folded != null) {
            folded.waits().folded();
        }
    }

    private RedisOperation create(int id) {
        synchronized (operations) {
            RedisOperation operation = operations[id];
            if (operation == null) {
                operation = owner.create(this, id);
                operations[id] = operation;
            }
            return operation;
        }
    }

    boolean isFolded() {
        return folded != null;
    }

    /** The operations that are counted under this database's alias. */
    List<RedisOperation> ownOperations() {
        List<RedisOperation> own = new ArrayList<>();
        synchronized (operations) {
            for (int id = 0; id < operations.length; id++) {
                // All ids that found no room share one recorder, which stands at id 0 of the folded database.
                if (operations[id] != null && (isFolded() ? id == 0 : !operations[id].isFolded())) {
                    own.add(operations[id]);
                }
            }
        }
        return own;
    }

    long connectTimeouts() {
        return connectTimeouts.sum();
    }

    long poolTimeouts() {
        return poolTimeouts.sum();
    }

    long publishedMessages() {
        return published.sum();
    }

    long receivedMessages() {
        return received.sum();
    }

    /** The guards that count what goes to folded series. */
    record FoldedEvents(SeriesGuard.Family timeouts, SeriesGuard.Family messages, SeriesGuard.Family waits) {}
}
