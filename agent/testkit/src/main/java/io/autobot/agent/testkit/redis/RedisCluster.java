package io.autobot.agent.testkit.redis;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;

/** A cluster of loopback servers in which every slot is served. Made by {@link RedisServers}. For one thread at a time. */
public final class RedisCluster implements AutoCloseable {
    private static final int SLOTS = 16_384;
    private static final Duration READY = Duration.ofSeconds(60);

    private final List<RedisProcess> masters = new ArrayList<>();
    private final List<RedisProcess> replicas = new ArrayList<>();

    private RedisCluster() {}

    static RedisCluster start(RedisLauncher launcher, int masters, int replicasEach, List<String> config) {
        RedisCluster cluster = new RedisCluster();
        try {
            List<String> lines = new ArrayList<>(List.of(
                    "cluster-enabled yes",
                    "cluster-config-file nodes.conf",
                    "cluster-announce-ip 127.0.0.1",
                    "cluster-node-timeout 5000",
                    "repl-diskless-sync yes",
                    "repl-diskless-sync-delay 0"));
            lines.addAll(config);
            for (int i = 0; i < masters * (1 + replicasEach); i++) {
                (i < masters ? cluster.masters : cluster.replicas).add(RedisProcess.start(launcher, false, lines));
            }
            cluster.join();
            cluster.replicate();
            cluster.nodes().forEach(RedisProcess::resetStats);
            return cluster;
        } catch (RuntimeException | Error e) {
            cluster.close();
            throw e;
        }
    }

    /** The nodes that were made masters, in the order of their slots. */
    public List<RedisProcess> masters() {
        return List.copyOf(masters);
    }

    /** The nodes that were made replicas: the first replica of each master, then the second of each. */
    public List<RedisProcess> replicas() {
        return List.copyOf(replicas);
    }

    /** Masters, then replicas. */
    public List<RedisProcess> nodes() {
        List<RedisProcess> nodes = new ArrayList<>(masters);
        nodes.addAll(replicas);
        return nodes;
    }

    /** The master that was given the slot of this key at the start. */
    public RedisProcess masterOf(String key) {
        int slot = ((Long) masters.get(0).call("CLUSTER", "KEYSLOT", key)).intValue();
        for (int i = 0; i < masters.size(); i++) {
            if (slot < firstSlot(i + 1)) {
                return masters.get(i);
            }
        }
        throw new IllegalStateException("slot " + slot + " of " + key);
    }

    /** The sum of {@link RedisProcess#commandStats} over all nodes that run. */
    public CommandStats commandStats() {
        CommandStats sum = CommandStats.none();
        for (RedisProcess node : nodes()) {
            if (node.isAlive()) {
                sum = sum.plus(node.commandStats());
            }
        }
        return sum;
    }

    /** The slot of this key is on its way to another master: what is not there any more is asked for there, with ASK. */
    public void migrate(String key, RedisProcess to) {
        RedisProcess from = masterOf(key);
        to.call("CLUSTER", "SETSLOT", slotOf(key), "IMPORTING", id(from));
        from.call("CLUSTER", "SETSLOT", slotOf(key), "MIGRATING", id(to));
    }

    /** The slot of this key, in which there are no keys, is another master's from now on, and all masters know. */
    public void move(String key, RedisProcess to) {
        to.call("CLUSTER", "SETSLOT", slotOf(key), "NODE", id(to));
        for (RedisProcess node : masters) {
            node.call("CLUSTER", "SETSLOT", slotOf(key), "NODE", id(to));
        }
    }

    private String slotOf(String key) {
        return masters.get(0).call("CLUSTER", "KEYSLOT", key).toString();
    }

    private static String id(RedisProcess node) {
        return (String) node.call("CLUSTER", "MYID");
    }

    /** Resets the counts of all nodes that run. */
    public void resetStats() {
        nodes().stream().filter(RedisProcess::isAlive).forEach(RedisProcess::resetStats);
    }

    @Override
    public void close() {
        nodes().forEach(RedisProcess::close);
    }

    private void join() {
        RedisProcess first = masters.get(0);
        List<RedisProcess> nodes = nodes();
        for (int i = 0; i < nodes.size(); i++) {
            // Distinct from the start, or equal epochs would have to be sorted out first.
            nodes.get(i).call("CLUSTER", "SET-CONFIG-EPOCH", Integer.toString(i + 1));
        }
        for (int i = 0; i < masters.size(); i++) {
            List<String> command = new ArrayList<>(List.of("CLUSTER", "ADDSLOTS"));
            for (int slot = firstSlot(i); slot < firstSlot(i + 1); slot++) {
                command.add(Integer.toString(slot));
            }
            masters.get(i).call(command.toArray(new String[0]));
        }
        for (RedisProcess node : nodes) {
            if (node != first) {
                first.call("CLUSTER", "MEET", node.host(), Integer.toString(node.port()));
            }
        }
        for (RedisProcess node : nodes) {
            await("cluster ready at " + node.address(), () -> isReady(node, nodes.size()));
        }
    }

    private void replicate() {
        for (int i = 0; i < replicas.size(); i++) {
            RedisProcess replica = replicas.get(i);
            RedisProcess master = masters.get(i % masters.size());
            replica.call("CLUSTER", "REPLICATE", (String) master.call("CLUSTER", "MYID"));
            await(
                    "replica " + replica.address(),
                    () -> ((String) replica.call("INFO", "replication")).contains("master_link_status:up"));
        }
        for (RedisProcess node : replicas.isEmpty() ? List.<RedisProcess>of() : nodes()) {
            await("replicas known at " + node.address(), () -> knownReplicas(node) == replicas.size());
        }
    }

    private int firstSlot(int master) {
        return SLOTS * master / masters.size();
    }

    private static long knownReplicas(RedisProcess node) {
        return ((String) node.call("CLUSTER", "NODES"))
                .lines()
                .filter(line -> line.contains("slave"))
                .count();
    }

    private static boolean isReady(RedisProcess node, int size) {
        Map<String, String> info = InfoText.fields((String) node.call("CLUSTER", "INFO"));
        return info.get("cluster_state").equals("ok")
                && info.get("cluster_slots_ok").equals(Integer.toString(SLOTS))
                && info.get("cluster_known_nodes").equals(Integer.toString(size));
    }

    private static void await(String what, Callable<Boolean> condition) {
        Awaitility.await(what)
                .atMost(READY)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(50))
                .until(condition);
    }
}
