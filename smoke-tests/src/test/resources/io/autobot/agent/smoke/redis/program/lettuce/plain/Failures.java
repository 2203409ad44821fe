package program;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisConnectionException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import java.time.Duration;

/** Commands that get no reply in time, and connections that cannot be opened. */
final class Failures {
    private static final Duration PATIENCE = Duration.ofMillis(200);

    private final Target target;
    private final Clients clients;
    private final Ledger ledger;

    Failures(Target target, Clients clients, Ledger ledger) {
        this.target = target;
        this.clients = clients;
        this.ledger = ledger;
    }

    void run() throws Exception {
        silent();
        refused();
        neverAccepted();
    }

    private void silent() {
        RedisClient impatient = clients.client(clients.uri(0, PATIENCE), ClientOptions.create());
        try (StatefulRedisConnection<String, String> admin = clients.open();
                StatefulRedisConnection<String, String> victim = impatient.connect();
                Expiring expiring = new Expiring(clients, PATIENCE)) {
            RedisCommands<String, String> redis = victim.sync();
            ledger.call(0, "client_pause", () -> admin.sync().clientPause(1_500L));
            expiring.begin();
            ledger.fails(0, "strlen", () -> redis.strlen("silent"));
            expiring.fails(ledger);
            ledger.call(0, "echo", () -> admin.sync().echo("the pause is over"));
            // On these connections nothing is left behind.
            victim.setTimeout(Duration.ofSeconds(10));
            ledger.call(0, "exists", () -> redis.exists("silent"));
            expiring.goesOn(ledger);
        }
    }

    /** No command was given, and no time ran out. */
    private void refused() throws Exception {
        connect(DeadEnds.refusing(target.host));
    }

    private void neverAccepted() throws Exception {
        try (DeadEnds.Silent silent = new DeadEnds.Silent(target.host)) {
            connect(silent.port());
            ledger.add("timeout redis_connect 0 connect_timeout", 1);
        }
    }

    private void connect(int port) {
        RedisClient client = clients.client(
                RedisURI.create(target.host, port),
                ClientOptions.builder()
                        .socketOptions(
                                SocketOptions.builder().connectTimeout(PATIENCE).build())
                        .build());
        try {
            client.connect();
        } catch (RedisConnectionException expected) {
            return;
        }
        throw new IllegalStateException("nobody accepts connections there");
    }
}
