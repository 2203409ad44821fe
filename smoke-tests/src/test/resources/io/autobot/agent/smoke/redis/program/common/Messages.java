package program;

import java.util.concurrent.CountDownLatch;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.JedisPubSub;

/** Publishing and subscribing, by channel and by pattern. */
final class Messages {
    private static final int MESSAGES = 20;

    private final Direct direct;
    private final Ledger ledger;

    Messages(Direct direct, Ledger ledger) {
        this.direct = direct;
        this.ledger = ledger;
    }

    void run() throws Exception {
        CountDownLatch ready = new CountDownLatch(3);
        CountDownLatch received = new CountDownLatch(2 * MESSAGES);
        JedisPubSub byChannel = listener(ready, received);
        JedisPubSub byPattern = listener(ready, received);
        Thread first = new Thread(() -> {
            try (Jedis jedis = direct.open()) {
                ledger.untimed(0, "subscribe");
                jedis.subscribe(byChannel, "news", "weather");
            }
        });
        Thread second = new Thread(() -> {
            try (Jedis jedis = direct.open()) {
                ledger.untimed(0, "psubscribe");
                jedis.psubscribe(byPattern, "new*");
            }
        });
        first.start();
        second.start();
        ready.await();
        try (Jedis jedis = direct.open()) {
            for (int i = 0; i < MESSAGES; i++) {
                ledger.call(0, "publish", () -> jedis.publish("news", "a"));
                ledger.add("pubsub 0 published", 1);
            }
            ledger.call(0, "publish", () -> jedis.publish("nobody", "listens"));
            ledger.add("pubsub 0 published", 1);
            ledger.call(0, "pubsub_channels", () -> Compat.command(jedis, "PUBSUB", "CHANNELS"));
        }
        received.await();
        ledger.add("pubsub 0 received", 2 * MESSAGES);
        ledger.untimed(0, "unsubscribe");
        byChannel.unsubscribe();
        ledger.untimed(0, "punsubscribe");
        byPattern.punsubscribe();
        first.join();
        second.join();
    }

    private static JedisPubSub listener(CountDownLatch ready, CountDownLatch received) {
        return new JedisPubSub() {
            @Override
            public void onSubscribe(String channel, int subscribed) {
                ready.countDown();
            }

            @Override
            public void onPSubscribe(String pattern, int subscribed) {
                ready.countDown();
            }

            @Override
            public void onMessage(String channel, String message) {
                received.countDown();
            }

            @Override
            public void onPMessage(String pattern, String channel, String message) {
                received.countDown();
            }
        };
    }
}
