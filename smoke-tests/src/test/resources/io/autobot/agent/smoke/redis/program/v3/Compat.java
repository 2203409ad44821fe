package program;

import redis.clients.jedis.Client;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.util.SafeEncoder;

/** What the API of Jedis 3 lacks: any command by name. */
final class Compat {
    private Compat() {}

    static Object command(Jedis jedis, String name, String... arguments) {
        Client client = jedis.getClient();
        byte[][] raw = new byte[arguments.length][];
        for (int i = 0; i < raw.length; i++) {
            raw[i] = SafeEncoder.encode(arguments[i]);
        }
        client.sendCommand(() -> SafeEncoder.encode(name), raw);
        return client.getOne();
    }
}
