package io.autobot.agent.benchmarks.program;

import redis.clients.jedis.Jedis;

/** A service that asks Redis a few times, as one does while it starts. */
public final class JedisService {
    private static final int GETS = 11;

    private JedisService() {}

    /** @param arguments how many milliseconds to live */
    public static void main(String[] arguments) throws Exception {
        try (Jedis jedis = new Jedis(MemorySocket::new)) {
            for (int i = 0; i < GETS; i++) {
                jedis.get("key");
            }
        }
        Thread.sleep(Long.parseLong(arguments[0]));
        Figures.printPeakMemory();
    }
}
