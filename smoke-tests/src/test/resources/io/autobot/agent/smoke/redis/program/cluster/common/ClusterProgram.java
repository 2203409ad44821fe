package program;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.Pipeline;
import redis.clients.jedis.Response;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.util.JedisClusterCRC16;

/** A cluster client through a slot that migrates and moves, cut connections, and a node that is gone. */
public final class ClusterProgram implements BiFunction<Map<String, String>, Consumer<String>, List<String>> {
    private static final int KEYS = 300;
    private static final int MAX = 6;

    private final Ledger ledger = new Ledger();
    private String host;
    private int port;

    @Override
    public List<String> apply(Map<String, String> settings, Consumer<String> checkpoint) {
        host = settings.get("host");
        port = Integer.parseInt(settings.get("port"));
        String travels = settings.get("travels");
        String cut = settings.get("cut");
        String lost = settings.get("lost");
        workload(settings);
        held(cut, checkpoint);
        try (var cluster = Clusters.open(host, port, 5, MAX);
                var impatient = Clusters.open(host, port, 1, MAX)) {
            ledger.call(0, "get", () -> cluster.get(travels));
            ledger.call(0, "get", () -> impatient.get(travels));
            checkpoint.accept("migrate");
            ledger.call(0, "get", () -> cluster.get(travels));
            ledger.add("redirected get", 1);
            fails("get", () -> impatient.get(travels));
            toApplication(travels);
            Clusters.pipeline(cluster, List.of(travels, cut, lost), ledger);
            checkpoint.accept("move");
            ledger.call(0, "getset", () -> cluster.getSet(travels, "there"));
            ledger.add("redirected getset", 1);
            ledger.call(0, "get", () -> cluster.get(travels));
            fails("get", () -> impatient.get(travels));
            ledger.call(0, "get", () -> impatient.get(travels));

            ledger.call(0, "scard", () -> cluster.scard(cut));
            checkpoint.accept("cut");
            ledger.call(0, "scard", () -> cluster.scard(cut));
            // The first attempt found its connection gone, and the client made another one.
            ledger.done(0, "scard", "error");
            ledger.unseen("scard", 1);

            gone(lost, settings, checkpoint);
        }
        return ledger.lines();
    }

    private void workload(Map<String, String> settings) {
        try (var cluster = Clusters.open(host, port, 5, MAX)) {
            for (int i = 0; i < KEYS; i++) {
                String key = "key" + i;
                ledger.call(0, "set", () -> cluster.set(key, "v"));
                ledger.call(0, "get", () -> cluster.get(key));
                ledger.call(0, "get", () -> cluster.get(key + ":missing"));
                ledger.call(0, "incr", () -> cluster.incr(key));
                ledger.call(0, "hset", () -> cluster.hset("{" + key + "}:h", "f", "v"));
                ledger.call(0, "hget", () -> cluster.hget("{" + key + "}:h", "f"));
                ledger.call(0, "lpop", () -> cluster.lpop("{" + key + "}:l"));
            }
            ledger.call(0, "eval", () -> cluster.eval("return redis.call('STRLEN', KEYS[1])", 1, "key1"));
            ledger.script("strlen", 1);
            if (Boolean.parseBoolean(settings.get("multiShard"))) {
                // One call, one command for each slot.
                ledger.call(0, "mget", () -> cluster.mget("key1", "key2", "key3"));
                ledger.done(0, "mget", "success", 2);
            }
        }
    }

    /** Three connections of two nodes in use. */
    private void held(String cut, Consumer<String> checkpoint) {
        int slot = JedisClusterCRC16.getSlot(cut);
        try (var cluster = Clusters.open(host, port, 5, MAX)) {
            for (int i = 0; i < KEYS; i++) {
                String key = "key" + i;
                ledger.call(0, "exists", () -> cluster.exists(key));
            }
            try (var first = cluster.getConnectionFromSlot(slot);
                    var second = cluster.getConnectionFromSlot(slot);
                    var third = cluster.getConnectionFromSlot((slot + 5_500) % 16_384)) {
                int active = 0;
                int idle = 0;
                for (var pool : cluster.getClusterNodes().values()) {
                    active += pool.getNumActive();
                    idle += pool.getNumIdle();
                }
                checkpoint.accept("held " + active + " " + idle + " " + MAX * cluster.getClusterNodes().size());
            }
        }
    }

    /** A connection to one node follows nothing. */
    private void toApplication(String travels) {
        try (Jedis jedis = new Jedis(host, port)) {
            List<String> elsewhere = new ArrayList<>();
            for (int i = 0; elsewhere.size() < 5; i++) {
                // The first node has the first slots.
                if (JedisClusterCRC16.getSlot("key" + i) > 8_192) {
                    elsewhere.add("key" + i);
                }
            }
            ledger.call(0, "llen", () -> jedis.llen(elsewhere.get(0)));
            Pipeline pipeline = jedis.pipelined();
            List<Response<?>> responses = new ArrayList<>();
            elsewhere.forEach(key -> responses.add(pipeline.zcard(key)));
            pipeline.sync();
            responses.forEach(response -> ledger.call(0, "zcard", response::get));
        }
    }

    private void gone(String lost, Map<String, String> settings, Consumer<String> checkpoint) {
        try (var cluster = Clusters.open(host, port, 2, MAX)) {
            ledger.call(0, "ttl", () -> cluster.ttl(lost));
            checkpoint.accept("kill");
            // One attempt has a connection to fail on, all further ones get none.
            fails("ttl", () -> cluster.ttl(lost));
            ledger.unseen("ttl", 1);
            for (int i = 0; i < 3; i++) {
                String named = settings.get("unsent");
                fails(named.isEmpty() ? "ttl" : named, () -> cluster.ttl(lost));
                ledger.unseen(named.isEmpty() ? "ttl" : named, 1);
            }
        }
    }

    /** A call that the client gives up. */
    private void fails(String operation, Callable<?> call) {
        try {
            call.call();
        } catch (JedisDataException reply) {
            throw reply;
        } catch (JedisException expected) {
            ledger.done(0, operation, "error");
            return;
        } catch (Exception unexpected) {
            throw new IllegalStateException(unexpected);
        }
        throw new IllegalStateException(operation + " should have failed");
    }
}
