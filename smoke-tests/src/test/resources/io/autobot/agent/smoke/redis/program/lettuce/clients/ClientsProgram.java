package program;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.DefaultClientResources;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/** A service that makes a client for each request. */
public final class ClientsProgram implements BiFunction<Map<String, String>, Consumer<String>, List<String>> {
    private static final int FEW = 100;

    private final Ledger ledger = new Ledger();
    private final ClientResources resources = DefaultClientResources.create();

    @Override
    public List<String> apply(Map<String, String> settings, Consumer<String> checkpoint) {
        RedisURI uri = RedisURI.create(settings.get("host"), Integer.parseInt(settings.get("port")));
        requests(uri, FEW);
        checkpoint.accept("few");
        requests(uri, Integer.parseInt(settings.get("many")));
        // What is dead is found by a collection and forgotten at the next use.
        checkpoint.accept("collect");
        requests(uri, FEW);
        checkpoint.accept("many");
        resources.shutdown(0, 5, TimeUnit.SECONDS).awaitUninterruptibly();
        return ledger.lines();
    }

    private void requests(RedisURI uri, int count) {
        for (int i = 0; i < count; i++) {
            RedisClient client = RedisClient.create(resources, uri);
            try (StatefulRedisConnection<String, String> connection = client.connect()) {
                ledger.call(0, "set", () -> connection.sync().set("key", "v"));
            }
            client.shutdown(Duration.ZERO, Duration.ofSeconds(5));
        }
    }
}
