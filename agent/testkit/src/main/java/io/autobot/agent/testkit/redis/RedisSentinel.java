package io.autobot.agent.testkit.redis;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;

/**
 * A master with replicas, watched by sentinels. Made by {@link RedisServers}. The servers' counts hold what
 * replication and sentinels do beside the application (PING, INFO, PUBLISH, REPLCONF, PSYNC). For one thread at a time.
 */
public final class RedisSentinel implements AutoCloseable {
    private static final String NAME = "mymaster";
    private static final Duration READY = Duration.ofSeconds(60);

    private final List<RedisProcess> servers = new ArrayList<>();
    private final List<RedisProcess> sentinels = new ArrayList<>();
    private RedisProcess master;

    private RedisSentinel() {}

    static RedisSentinel start(RedisLauncher launcher, int replicas, int sentinels, List<String> config) {
        RedisSentinel group = new RedisSentinel();
        try {
            group.startServers(launcher, replicas, config);
            group.startSentinels(launcher, sentinels);
            return group;
        } catch (RuntimeException | Error e) {
            group.close();
            throw e;
        }
    }

    /** The name the sentinels know the master by. */
    public String masterName() {
        return NAME;
    }

    /** The server that is the master now, as of the start or the last {@link #failover}. */
    public RedisProcess master() {
        return master;
    }

    /** The servers that are not the master. */
    public List<RedisProcess> replicas() {
        List<RedisProcess> replicas = new ArrayList<>(servers);
        replicas.remove(master);
        return replicas;
    }

    /** The sentinels. */
    public List<RedisProcess> sentinels() {
        return List.copyOf(sentinels);
    }

    /**
     * Makes a replica the master, and waits until all sentinels name it and it takes writes. The former master becomes
     * a replica some seconds later. Sentinels break the clients' connections of both.
     *
     * @return the new master
     */
    public RedisProcess failover() {
        String before = master.address();
        await("failover accepted", () -> accepted(sentinels.get(0)));
        for (RedisProcess sentinel : sentinels) {
            await(
                    "failover seen by sentinel " + sentinel.address(),
                    () -> !masterAddress(sentinel).equals(before));
        }
        String now = masterAddress(sentinels.get(0));
        master = servers.stream()
                .filter(server -> server.address().equals(now))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("sentinels name an unknown master " + now));
        await("new master " + now, () -> replication(master).contains("role:master"));
        return master;
    }

    @Override
    public void close() {
        sentinels.forEach(RedisProcess::close);
        servers.forEach(RedisProcess::close);
    }

    private void startServers(RedisLauncher launcher, int replicas, List<String> config) {
        List<String> lines = new ArrayList<>(List.of("repl-diskless-sync yes", "repl-diskless-sync-delay 0"));
        lines.addAll(config);
        config.stream()
                .filter(line -> line.startsWith("requirepass "))
                .forEach(line -> lines.add("masterauth " + line.substring("requirepass ".length())));
        master = RedisProcess.start(launcher, false, lines);
        servers.add(master);
        lines.add("replicaof " + master.host() + " " + master.port());
        for (int i = 0; i < replicas; i++) {
            servers.add(RedisProcess.start(launcher, false, lines));
        }
        for (RedisProcess replica : replicas()) {
            await("replica " + replica.address(), () -> replication(replica).contains("master_link_status:up"));
        }
    }

    private void startSentinels(RedisLauncher launcher, int count) {
        List<String> lines = new ArrayList<>(List.of(
                "sentinel monitor " + NAME + " " + master.host() + " " + master.port() + " " + (count / 2 + 1),
                "sentinel down-after-milliseconds " + NAME + " 2000",
                "sentinel failover-timeout " + NAME + " 10000"));
        String password = master.setting("requirepass");
        if (password != null) {
            lines.add("sentinel auth-pass " + NAME + " " + password);
        }
        for (int i = 0; i < count; i++) {
            sentinels.add(RedisProcess.start(launcher, true, lines));
        }
        for (RedisProcess sentinel : sentinels) {
            await("sentinel " + sentinel.address() + " knows all", () -> {
                String info = (String) sentinel.call("INFO", "sentinel");
                return info.contains("status=ok")
                        && info.contains("slaves=" + (servers.size() - 1))
                        && info.contains("sentinels=" + count);
            });
        }
    }

    /** Refused as long as the sentinel has not yet judged a replica good enough. */
    private static boolean accepted(RedisProcess sentinel) {
        try {
            return "OK".equals(sentinel.call("SENTINEL", "FAILOVER", NAME));
        } catch (RedisWire.ErrorReply refused) {
            if (refused.getMessage().startsWith("NOGOODSLAVE")
                    || refused.getMessage().startsWith("INPROG")) {
                return false;
            }
            throw refused;
        }
    }

    private static String masterAddress(RedisProcess sentinel) {
        List<?> address = (List<?>) sentinel.call("SENTINEL", "get-master-addr-by-name", NAME);
        return address.get(0) + ":" + address.get(1);
    }

    private static String replication(RedisProcess server) {
        return (String) server.call("INFO", "replication");
    }

    private static void await(String what, Callable<Boolean> condition) {
        Awaitility.await(what)
                .atMost(READY)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(50))
                .ignoreException(UncheckedIOException.class)
                .until(condition);
    }
}
