package io.autobot.agent.instrumentation.vertxredis;

import io.autobot.agent.redis.RedisServer;
import io.autobot.agent.redis.RedisServerSource;
import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.lang.ref.WeakReference;
import java.lang.reflect.Method;
import java.util.concurrent.TimeUnit;

/**
 * Asks through the application's client, on a connection of our own: an address that differs from the application's by
 * a parameter, which Vert.x does not know, has a pool of its own. The client closes it with all others.
 */
final class VertxServerSource implements RedisServerSource {
    /** The client has no time limit for replies. */
    private static final long PATIENCE_SECONDS = 10;

    private final WeakReference<Object> manager;
    private final String endpoint;
    private volatile WeakReference<VertxPool> pool = new WeakReference<>(null);

    VertxServerSource(Object manager, String endpoint) {
        this.manager = new WeakReference<>(manager);
        this.endpoint = endpoint + (endpoint.indexOf('?') < 0 ? "?" : "&") + "autobot=server-figures";
    }

    void serves(VertxPool served) {
        pool = new WeakReference<>(served);
    }

    @Override
    public RedisServer server() {
        VertxPool served = pool.get();
        return served == null ? null : served.reached();
    }

    @Override
    public boolean isPool() {
        return true;
    }

    @Override
    public String info() throws Exception {
        Object living = manager.get();
        if (living == null) {
            return "";
        }
        // Its class is not public in most versions.
        Method get = living.getClass().getMethod("getConnection", String.class, Request.class);
        get.setAccessible(true);
        RedisConnection connection = (RedisConnection) await((Future<?>) get.invoke(living, endpoint, null));
        try {
            Response info = await(connection.send(Request.cmd(Command.INFO)));
            return info.toString();
        } finally {
            // It has changed its return type.
            connection.getClass().getMethod("close").invoke(connection);
        }
    }

    private static <T> T await(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
}
