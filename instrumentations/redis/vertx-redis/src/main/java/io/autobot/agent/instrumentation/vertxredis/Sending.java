package io.autobot.agent.instrumentation.vertxredis;

import io.vertx.core.buffer.Buffer;
import io.vertx.redis.client.Request;
import java.util.Arrays;
import java.util.List;

/**
 * What is entering connections' queues on this thread: one request, several, or commands as they go to the server. Nests,
 * because an application that is refused may try again at once.
 */
final class Sending {
    private static final int FIRST_DEPTH = 4;

    /**
     * Arrays of the JDK's, emptied after use: a thread that outlives the application must not keep its classes. First
     * connections and what is sent on them, then the depth and, for each, how much was queued and since when.
     */
    private static final ThreadLocal<Object[]> CURRENT =
            ThreadLocal.withInitial(() -> new Object[] {new Object[2 * FIRST_DEPTH], new long[1 + 2 * FIRST_DEPTH]});

    private Sending() {}

    /**
     * Requests are about to enter the queue.
     *
     * @param what a request, a list of them, or a buffer
     */
    static void enter(VertxConnection connection, Object what, long now) {
        Object[] slot = CURRENT.get();
        long[] numbers = (long[]) slot[1];
        int depth = (int) numbers[0];
        if (2 * depth == ((Object[]) slot[0]).length) {
            slot[0] = Arrays.copyOf((Object[]) slot[0], 4 * depth);
            numbers = Arrays.copyOf(numbers, 1 + 4 * depth);
            slot[1] = numbers;
        }
        Object[] objects = (Object[]) slot[0];
        objects[2 * depth] = connection;
        objects[2 * depth + 1] = what;
        numbers[1 + 2 * depth] = 0;
        numbers[2 + 2 * depth] = now;
        numbers[0] = depth + 1;
    }

    /** Whatever did not enter the queue will not. */
    static void exit() {
        Object[] slot = CURRENT.get();
        Object[] objects = (Object[]) slot[0];
        long[] numbers = (long[]) slot[1];
        int depth = (int) numbers[0] - 1;
        VertxConnection connection = (VertxConnection) objects[2 * depth];
        Object what = objects[2 * depth + 1];
        objects[2 * depth] = null;
        objects[2 * depth + 1] = null;
        numbers[0] = depth;
        if (numbers[1 + 2 * depth] == 0) {
            long start = numbers[2 + 2 * depth];
            if (what instanceof Buffer) {
                WireCommands.refused(connection, (Buffer) what, start);
            } else {
                Requests.refused(connection, what, start);
            }
        }
    }

    /** The next of them entered the queue. */
    static void offered() {
        Object[] slot = CURRENT.get();
        long[] numbers = (long[]) slot[1];
        int depth = (int) numbers[0] - 1;
        if (depth < 0) {
            return;
        }
        VertxConnection connection = (VertxConnection) ((Object[]) slot[0])[2 * depth];
        Object what = ((Object[]) slot[0])[2 * depth + 1];
        int at = (int) numbers[1 + 2 * depth];
        long start = numbers[2 + 2 * depth];
        if (what instanceof Buffer) {
            numbers[1 + 2 * depth] = WireCommands.sent(connection, (Buffer) what, at, start);
            return;
        }
        numbers[1 + 2 * depth] = at + 1;
        if (what instanceof List) {
            Requests.sentInBatch(connection, (Request) ((List<?>) what).get(at), start);
        } else {
            Requests.sent(connection, (Request) what, start);
        }
    }
}
