package io.autobot.agent.instrumentation.redisson;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.redisson.Redisson;
import org.redisson.api.RFuture;
import org.redisson.api.RLock;
import org.redisson.api.RedissonClient;
import org.redisson.client.RedisException;
import org.redisson.client.codec.StringCodec;
import org.redisson.config.Config;

/** What goes wrong between Redisson and its server, run in the class loader of one release; gives back what it saw. */
public final class RedissonTroubles implements BiFunction<Map<String, String>, Consumer<String>, List<String>> {
    /** How many clients it opens. */
    static final int CLIENTS = 5;

    private final Map<String, Integer> ledger = new TreeMap<>();
    private String host;
    private int port;

    @Override
    public List<String> apply(Map<String, String> settings, Consumer<String> checkpoint) {
        host = settings.get("host");
        port = Integer.parseInt(settings.get("port"));
        try {
            timesOut();
            triesAgain();
            findsNoConnection();
            locks();
            loses(checkpoint);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        List<String> lines = new ArrayList<>();
        ledger.forEach((entry, count) -> lines.add(entry + " " + count));
        return lines;
    }

    private RedissonClient open(int connections, int retries) {
        Config config = new Config();
        config.setCodec(StringCodec.INSTANCE);
        config.useSingleServer()
                .setAddress("redis://" + host + ":" + port)
                .setConnectionMinimumIdleSize(1)
                .setConnectionPoolSize(connections)
                .setSubscriptionConnectionMinimumIdleSize(0)
                .setRetryAttempts(retries)
                .setTimeout(2_000);
        return Redisson.create(config);
    }

    private void with(RedissonClient client, Consumer<RedissonClient> body) {
        try {
            body.accept(client);
        } finally {
            client.shutdown(0, 10, TimeUnit.SECONDS);
        }
    }

    private void count(String entry) {
        ledger.merge(entry, 1, Integer::sum);
    }

    /** Counts by what the call did. */
    private boolean call(String operation, Callable<?> command) {
        try {
            command.call();
            count(operation + " answered");
            return true;
        } catch (RedisException failure) {
            count(operation + " failed");
            return false;
        } catch (Exception unexpected) {
            throw new IllegalStateException(unexpected);
        }
    }

    private void pause(int millis) {
        try (Socket socket = new Socket(host, port)) {
            OutputStream out = socket.getOutputStream();
            out.write(("CLIENT PAUSE " + millis + " ALL\r\n").getBytes(StandardCharsets.US_ASCII));
            out.flush();
            socket.getInputStream().read();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Until the server says that somebody waits for a list. */
    private void awaitBlocked() {
        String info = "";
        while (!info.contains("blocked_clients:1")) {
            try (Socket socket = new Socket(host, port)) {
                socket.getOutputStream().write("INFO clients\r\n".getBytes(StandardCharsets.US_ASCII));
                byte[] reply = new byte[4_096];
                int length = socket.getInputStream().read(reply);
                info = new String(reply, 0, length, StandardCharsets.US_ASCII);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private void timesOut() {
        with(open(2, 0), redisson -> {
            pause(2_500);
            call("strlen", () -> redisson.getBinaryStream("key").size());
        });
    }

    /** The attempt that got no reply in time reaches the server too. */
    private void triesAgain() {
        with(open(2, 5), redisson -> {
            pause(2_500);
            call("pfcount", () -> redisson.getHyperLogLog("log").count());
        });
    }

    private void findsNoConnection() {
        with(open(1, 0), redisson -> {
            RFuture<Object> waiting = redisson.getBlockingQueue("queue").pollAsync(4, TimeUnit.SECONDS);
            awaitBlocked();
            call("type", () -> redisson.getKeys().getType("key"));
            waiting.toCompletableFuture().join();
            count("blpop answered");
        });
    }

    private void locks() {
        with(open(4, 0), redisson -> {
            RLock lock = redisson.getLock("lock");
            lock.lock();
            lock.unlock();
        });
    }

    private void loses(Consumer<String> checkpoint) {
        with(open(2, 0), redisson -> {
            for (int i = 0; i < 20; i++) {
                call("exists", () -> redisson.getBucket("key").isExists());
            }
            checkpoint.accept("stop");
            call("exists", () -> redisson.getBucket("key").isExists());
            checkpoint.accept("start");
            for (int good = 0; good < 20; ) {
                good += call("exists", () -> redisson.getBucket("key").isExists()) ? 1 : 0;
            }
            checkpoint.accept("recovered");
        });
    }
}
