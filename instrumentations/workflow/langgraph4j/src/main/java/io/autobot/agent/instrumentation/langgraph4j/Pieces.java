package io.autobot.agent.instrumentation.langgraph4j;

import java.lang.reflect.Field;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.bsc.async.AsyncGenerator;

/**
 * Reads what a generator hands out and where it stands: fields that are not public in every release, and have moved.
 * Read where a graph fails or stops, not for each node. What cannot be read is unknown.
 */
final class Pieces {
    private static final Field FUTURE = field(AsyncGenerator.Data.class, "future", "data");
    private static final Field RESULT = field(AsyncGenerator.Data.class, "resultValue");

    private Pieces() {}

    static boolean isError(AsyncGenerator.Data<?> data) {
        return read(FUTURE, data) instanceof CompletableFuture<?> future && future.isCompletedExceptionally();
    }

    /** Whether a node failed, and not the whole for making more moves than it may. */
    static boolean isOfNode(AsyncGenerator.Data<?> data) {
        if (read(FUTURE, data) instanceof CompletableFuture<?> future) {
            try {
                future.getNow(null);
            } catch (RuntimeException failed) {
                Throwable cause = failed.getCause() == null ? failed : failed.getCause();
                String message = cause.getMessage();
                return message == null || !message.startsWith("Maximum number of iterations");
            }
        }
        return false;
    }

    /**
     * Whether what stopped before its end did so for somebody. It then hands out nothing in the first releases, the
     * node's id in the last ones of 1.5, and {@code InterruptionMetadata} from 1.6 on; the first releases of 1.5 hand
     * out the state, a map, when the run has made as many moves as it may.
     */
    static boolean isInterruption(AsyncGenerator.Data<?> data) {
        return !(read(RESULT, data) instanceof Map);
    }

    /** The node that a generator evaluates or has just evaluated; {@code null} if that cannot be read. */
    static String currentNode(Object generator) {
        Field own = field(generator.getClass(), "currentNodeId");
        if (own != null) {
            return (String) read(own, generator);
        }
        return (String) of(of(generator, "context"), "currentNodeId");
    }

    /** What a field of an object holds; {@code null} for no object, or if that cannot be read. */
    static Object of(Object object, String field) {
        return object == null ? null : read(field(object.getClass(), field), object);
    }

    private static Object read(Field field, Object from) {
        try {
            return field == null ? null : field.get(from);
        } catch (IllegalAccessException unreadable) {
            return null;
        }
    }

    private static Field field(Class<?> of, String... names) {
        for (String name : names) {
            try {
                Field field = of.getDeclaredField(name);
                field.setAccessible(true);
                return field;
            } catch (NoSuchFieldException | RuntimeException absent) {
                continue;
            }
        }
        return null;
    }
}
