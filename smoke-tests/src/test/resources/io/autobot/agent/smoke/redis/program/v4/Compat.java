package program;

import redis.clients.jedis.Jedis;
import redis.clients.jedis.util.SafeEncoder;

/** Any command by name. */
final class Compat {
    private Compat() {}

    static Object command(Jedis jedis, String name, String... arguments) {
        return jedis.sendCommand(() -> SafeEncoder.encode(name), arguments);
    }
}
