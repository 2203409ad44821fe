package program;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.DefaultClientResources;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Clients of one server that share their threads; closing this closes all of them. */
final class Clients implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Target target;
    private final ClientResources resources = DefaultClientResources.create();
    private final List<RedisClient> clients = new ArrayList<>();
    private final RedisClient main;

    Clients(Target target) {
        this.target = target;
        main = client(0);
    }

    RedisURI uri(int db, Duration timeout) {
        return RedisURI.Builder.redis(target.host, target.port)
                .withPassword(target.password)
                .withDatabase(db)
                .withTimeout(timeout)
                .build();
    }

    RedisClient client(int db) {
        return client(uri(db, PATIENCE), ClientOptions.create());
    }

    RedisClient client(RedisURI uri, ClientOptions options) {
        RedisClient client = RedisClient.create(resources, uri);
        client.setOptions(options);
        clients.add(client);
        return client;
    }

    /** A connection to database 0, of a client that has several. */
    StatefulRedisConnection<String, String> open() {
        return main.connect();
    }

    @Override
    public void close() throws Exception {
        clients.forEach(client -> client.shutdown(Duration.ZERO, Duration.ofSeconds(5)));
        resources.shutdown(0, 5, TimeUnit.SECONDS).get();
    }
}
