package program;

import io.lettuce.core.ReadFrom;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.masterslave.MasterSlave;
import io.lettuce.core.masterslave.StatefulRedisMasterSlaveConnection;

/** A connection that reads from replicas, under the names of old. */
final class Replicas {
    private Replicas() {}

    static StatefulRedisConnection<String, String> connect(RedisClient client, RedisURI uri) {
        StatefulRedisMasterSlaveConnection<String, String> connection =
                MasterSlave.connect(client, StringCodec.UTF8, uri);
        connection.setReadFrom(ReadFrom.SLAVE);
        return connection;
    }
}
