package io.autobot.agent.instrumentation.vertxredis;

import io.autobot.agent.redis.RedisCommands;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.impl.RequestImpl;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.VarHandle;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Turns Vert.x' requests into commands of the vocabulary. */
final class Requests {
    /** Far more than there are commands: an application may send any word. */
    private static final int MOST = 2_048;

    /** In the time of a first attempt: whether MOVED is followed. */
    private static final long MOVES = 1;

    private static final long NOT_ZERO = 2;

    private static final Map<String, Integer> BY_NAME = new ConcurrentHashMap<>();
    private static final VarHandle FIRST_SENT = VertxFields.FIRST_SENT.find(MethodHandles.lookup(), RequestImpl.class);
    private static final MethodHandle ARGUMENTS = arguments();

    private Requests() {}

    /**
     * A cluster's client makes an attempt at this request.
     *
     * @param first whether its clock begins
     * @param moves whether the client will follow MOVED too, not ASK alone
     */
    static void attempted(Request request, boolean first, boolean moves) {
        if (FIRST_SENT != null && request instanceof RequestImpl) {
            RequestImpl own = (RequestImpl) request;
            if (first || (long) FIRST_SENT.get(own) == 0) {
                FIRST_SENT.set(own, System.nanoTime() & ~MOVES | NOT_ZERO | (moves ? MOVES : 0));
            }
        }
    }

    static void sent(VertxConnection connection, Request request, long now) {
        long first = FIRST_SENT == null ? 0 : (long) FIRST_SENT.get((RequestImpl) request);
        if (first != 0) {
            connection.usedByCluster((first & MOVES) != 0);
        }
        int id = id(request);
        connection.sent(id, matters(id) ? argument(request) : null, first == 0 ? now : first);
    }

    /** The command of a request, with its sub-command. */
    static int id(Request request) {
        String name = request.command().toString();
        Integer known = BY_NAME.get(name);
        int id = known != null ? known : learn(name);
        return RedisCommands.isContainer(id) ? RedisCommands.idOfSub(id, argument(request)) : id;
    }

    /** The first argument, or {@code null}. */
    static byte[] argument(Request request) {
        if (ARGUMENTS == null) {
            return null;
        }
        try {
            List<byte[]> arguments = (List<byte[]>) ARGUMENTS.invokeExact((RequestImpl) request);
            return arguments.isEmpty() ? null : arguments.get(0);
        } catch (Throwable impossible) {
            return null;
        }
    }

    private static boolean matters(int id) {
        return id == RedisCommands.SELECT || id == RedisCommands.INFO;
    }

    private static int learn(String name) {
        int id = RedisCommands.id(name.getBytes(StandardCharsets.US_ASCII));
        if (BY_NAME.size() < MOST) {
            BY_NAME.put(name, id);
        }
        return id;
    }

    /** Private in some versions, and the same in all. */
    private static MethodHandle arguments() {
        try {
            Field field = RequestImpl.class.getDeclaredField("args");
            field.setAccessible(true);
            return MethodHandles.lookup()
                    .unreflectGetter(field)
                    .asType(MethodType.methodType(List.class, RequestImpl.class));
        } catch (ReflectiveOperationException | RuntimeException closed) {
            // A module that nobody may look into: containers keep their own name.
            return null;
        }
    }
}
