package program;

import io.lettuce.core.ReadFrom;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.masterreplica.MasterReplica;
import io.lettuce.core.masterreplica.StatefulRedisMasterReplicaConnection;

/** A connection that reads from replicas, from Lettuce 5.2 on. */
final class Replicas {
    private Replicas() {}

    static StatefulRedisConnection<String, String> connect(RedisClient client, RedisURI uri) {
        StatefulRedisMasterReplicaConnection<String, String> connection =
                MasterReplica.connect(client, StringCodec.UTF8, uri);
        connection.setReadFrom(ReadFrom.REPLICA);
        return connection;
    }
}
