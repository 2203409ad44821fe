package io.autobot.agent.instrumentation.vertxredis;

import io.autobot.agent.redis.RedisCommands;
import io.autobot.agent.redis.RedisDatabase;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.impl.CommandImpl;
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

    /** In the time of a first attempt: whether MOVED is followed, and ASK, and that there was one. */
    private static final long MOVES = 1;

    private static final long ASKS = 2;
    private static final long CLUSTER = 4;
    private static final long FLAGS = 7;

    private static final Map<String, Integer> BY_NAME = new ConcurrentHashMap<>();
    private static final VarHandle FIRST_SENT = VertxFields.FIRST_SENT.find(MethodHandles.lookup(), RequestImpl.class);
    private static final MethodHandle ARGUMENTS = arguments();
    private static final MethodHandle VALID = valid();
    private static final MethodHandle BYTES = bytes();

    private Requests() {}

    /**
     * A cluster's client makes an attempt at this request.
     *
     * @param left how many more it would make
     * @param moves whether the client will follow MOVED too, not ASK alone
     */
    static void attempted(Request request, int left, boolean moves) {
        if (FIRST_SENT != null && request instanceof RequestImpl) {
            RequestImpl own = (RequestImpl) request;
            long known = left == ClusterAdvice.ATTEMPTS ? 0 : (long) FIRST_SENT.get(own);
            long first = known == 0 ? System.nanoTime() : known;
            FIRST_SENT.set(own, first & ~FLAGS | CLUSTER | (left < 0 ? 0 : moves ? ASKS | MOVES : ASKS));
        }
    }

    /** When the first attempt at it began, as far as that is known. */
    static long firstAttempt(Request request) {
        long first = FIRST_SENT == null ? 0 : (long) FIRST_SENT.get((RequestImpl) request);
        return first == 0 ? System.nanoTime() : first;
    }

    /** A request entered the queue. */
    static void sent(VertxConnection connection, Request request, long now) {
        long first = FIRST_SENT == null ? 0 : (long) FIRST_SENT.get((RequestImpl) request);
        int id = id(request);
        connection.sent(
                id,
                matters(id) ? argument(request) : null,
                first == 0 ? now : first,
                (first & MOVES) != 0,
                (first & ASKS) != 0);
    }

    /** A request of a batch entered the queue: where it is sent elsewhere, nobody follows. */
    static void sentInBatch(VertxConnection connection, Request request, long now) {
        int id = id(request);
        connection.sent(id, matters(id) ? argument(request) : null, now, false, false);
    }

    /** Requests did not enter the queue. What Vert.x itself finds wrong with them is no command. */
    static void refused(VertxConnection connection, Object what, long start) {
        if (what instanceof List) {
            List<?> requests = (List<?>) what;
            for (Object request : requests) {
                if (!isValid((Request) request) || VertxConnection.isSubscription(id((Request) request))) {
                    return;
                }
            }
            for (Object request : requests) {
                refused(connection, (Request) request, start);
            }
        } else if (isValid((Request) what)) {
            refused(connection, (Request) what, start);
        }
    }

    private static void refused(VertxConnection connection, Request request, long start) {
        int id = id(request);
        connection.refused(id, matters(id) ? argument(request) : null, start);
    }

    /**
     * Requests found no connection.
     *
     * @param what one, or a list of them
     */
    static void failed(Object what, RedisDatabase database, long start) {
        long nanos = System.nanoTime() - start;
        if (what instanceof List) {
            for (Object request : (List<?>) what) {
                failed((Request) request, database, nanos);
            }
        } else {
            failed((Request) what, database, nanos);
        }
    }

    private static void failed(Request request, RedisDatabase database, long nanos) {
        int id = id(request);
        if (!VertxConnection.isOwn(id, matters(id) ? argument(request) : null)) {
            database.operation(id).error(nanos);
        }
    }

    /** Up to 4.2 requests are encoded before they are queued. */
    static boolean areSeenWhenQueued() {
        return VALID != null;
    }

    private static boolean isValid(Request request) {
        try {
            return VALID == null || (boolean) VALID.invokeExact((RequestImpl) request);
        } catch (Throwable impossible) {
            return true;
        }
    }

    /** The command as the application wrote it. */
    static String name(Request request) {
        if (BYTES == null) {
            return request.command().toString();
        }
        try {
            // As it goes to the server: $3\r\nGET\r\n
            byte[] bytes = (byte[]) BYTES.invokeExact(request.command());
            return new String(bytes, StandardCharsets.ISO_8859_1).split("\r\n")[1];
        } catch (Throwable impossible) {
            return "";
        }
    }

    /** The command of a request, with its sub-command. */
    static int id(Request request) {
        String name = name(request);
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

    /** Before 4.3 there is no such method, and nothing is refused by it. */
    private static MethodHandle valid() {
        try {
            return MethodHandles.publicLookup()
                    .findVirtual(RequestImpl.class, "valid", MethodType.methodType(boolean.class));
        } catch (ReflectiveOperationException older) {
            return null;
        }
    }

    /** Before 4.2 this is the only way to a command's name; since then its text is. */
    private static MethodHandle bytes() {
        try {
            Class<?> text = CommandImpl.class.getMethod("toString").getDeclaringClass();
            return text == CommandImpl.class
                    ? null
                    : MethodHandles.publicLookup()
                            .findVirtual(Command.class, "getBytes", MethodType.methodType(byte[].class));
        } catch (ReflectiveOperationException unknown) {
            return null;
        }
    }
}
