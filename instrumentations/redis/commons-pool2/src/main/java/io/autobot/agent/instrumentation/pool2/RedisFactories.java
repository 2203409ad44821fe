package io.autobot.agent.instrumentation.pool2;

/** Tells the factories of Redis clients from those of everything else that is pooled. */
final class RedisFactories {
    private RedisFactories() {}

    /** Whether this factory belongs to a Redis client. Looked at once for each pool. */
    static boolean isRedis(Object factory) {
        if (factory == null) {
            return false;
        }
        // A subclass of a client's factory is the client's too.
        for (Class<?> type = factory.getClass(); type != null; type = type.getSuperclass()) {
            String name = type.getName();
            if (name.startsWith("redis.clients.jedis.") || name.startsWith("io.lettuce.core.support.")) {
                return true;
            }
        }
        return false;
    }
}
