package program;

import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import java.util.concurrent.Semaphore;

/** Publishing and subscribing, by channel and by pattern, across a cut connection. */
final class Messages {
    private static final int MESSAGES = 20;

    private final Clients clients;
    private final Ledger ledger;
    private final Semaphore subscribed = new Semaphore(0);
    private final Semaphore received = new Semaphore(0);

    Messages(Clients clients, Ledger ledger) {
        this.clients = clients;
        this.ledger = ledger;
    }

    void run() throws Exception {
        RedisClient client = clients.client(0);
        try (StatefulRedisPubSubConnection<String, String> byChannel = client.connectPubSub();
                StatefulRedisPubSubConnection<String, String> byPattern = client.connectPubSub();
                StatefulRedisConnection<String, String> publisher = clients.open()) {
            byChannel.addListener(new Listener());
            byPattern.addListener(new Listener());
            ledger.untimed(0, "subscribe");
            byChannel.sync().subscribe("news", "weather");
            ledger.untimed(0, "psubscribe");
            byPattern.async().psubscribe("new*").get();
            subscribed.acquire(3);
            publish(publisher.sync());
            ledger.call(0, "pubsub_channels", publisher.sync()::pubsubChannels);

            // Lettuce subscribes anew, of its own.
            ledger.call(0, "client_kill", () -> Any.number(publisher.sync(), "CLIENT", "KILL", "TYPE", "pubsub"));
            subscribed.acquire(3);
            ledger.script("subscribe", 1);
            ledger.script("psubscribe", 1);
            publish(publisher.sync());

            ledger.untimed(0, "unsubscribe");
            byChannel.sync().unsubscribe("news", "weather");
            ledger.untimed(0, "punsubscribe");
            byPattern.sync().punsubscribe("new*");
        }
    }

    private void publish(RedisCommands<String, String> redis) throws InterruptedException {
        for (int i = 0; i < MESSAGES; i++) {
            ledger.call(0, "publish", () -> redis.publish("news", "a"));
        }
        ledger.call(0, "publish", () -> redis.publish("nobody", "listens"));
        ledger.add("pubsub 0 published", MESSAGES + 1);
        received.acquire(2 * MESSAGES);
        ledger.add("pubsub 0 received", 2 * MESSAGES);
    }

    private final class Listener extends RedisPubSubAdapter<String, String> {
        @Override
        public void subscribed(String channel, long count) {
            subscribed.release();
        }

        @Override
        public void psubscribed(String pattern, long count) {
            subscribed.release();
        }

        @Override
        public void message(String channel, String message) {
            received.release();
        }

        @Override
        public void message(String pattern, String channel, String message) {
            received.release();
        }
    }
}
