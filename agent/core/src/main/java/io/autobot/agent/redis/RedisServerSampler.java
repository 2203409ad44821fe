package io.autobot.agent.redis;

import io.autobot.agent.log.AgentLog;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Asks every Redis server that this JVM uses for its memory and keys, once in an interval, whatever the number of
 * pools to it. Through what fails, a server is asked again after ever longer pauses.
 */
final class RedisServerSampler {
    private static final int LONGEST_PAUSE = 16;

    /** Ways tried to one server at a time: one that is down keeps each waiting for the client's own timeout. */
    private static final int MAX_ATTEMPTS = 3;

    /** Indexes remembered for one server; a server has 16 unless told otherwise. */
    private static final int MAX_INDEXES = 256;

    private final RedisServerFigures figures;
    private final RedisDatabases names;
    private final WeakSet<RedisServerSource> sources = new WeakSet<>();
    private final Map<String, Map<Integer, Boolean>> indexes = new ConcurrentHashMap<>();
    private final Map<RedisServerSource, Pause> pauses = new WeakHashMap<>();

    RedisServerSampler(RedisServerFigures figures, RedisDatabases names) {
        this.figures = figures;
        this.names = names;
    }

    private static final class Pause {
        private int rounds;
        private int left;

        /** Whether to leave the server alone this time. */
        boolean holds() {
            return left > 0 && left-- > 0;
        }

        void lengthen() {
            rounds = Math.min(LONGEST_PAUSE, Math.max(1, 2 * rounds));
            left = rounds;
        }
    }

    /** Remembers the source weakly: it lives as long as the application's pool does. */
    void add(RedisServerSource source) {
        sources.add(source);
    }

    void uses(RedisServer server, int index) {
        Map<Integer, Boolean> used = indexes.computeIfAbsent(address(server), key -> new ConcurrentHashMap<>());
        if (index >= 0 && used.size() < MAX_INDEXES) {
            used.put(index, true);
        }
    }

    /** Has each server answer once. By the sampler's thread only. */
    void sample() {
        Map<String, Round> rounds = new HashMap<>();
        // Pools first: they know the password, and are few where an application opens a connection for each request.
        sample(rounds, true);
        sample(rounds, false);
    }

    private void sample(Map<String, Round> rounds, boolean pools) {
        sources.retain(source -> {
            RedisServer server = source.isPool() == pools ? source.server() : null;
            if (server != null) {
                Round round = rounds.computeIfAbsent(address(server), address -> new Round());
                if (round.wants()) {
                    sample(source, server, round);
                }
            }
            return true;
        });
    }

    /**
     * One server's turn. A source may fail where another one works, such as a connection that the application
     * authenticates itself beside a pool that knows the password.
     */
    private static final class Round {
        private int attempts;
        private boolean answered;

        boolean wants() {
            return !answered && attempts < MAX_ATTEMPTS;
        }
    }

    private void sample(RedisServerSource source, RedisServer server, Round round) {
        Pause pause = pauses.computeIfAbsent(source, key -> new Pause());
        if (pause.holds()) {
            return;
        }
        round.attempts++;
        String address = address(server);
        RedisThread thread = RedisThread.current();
        thread.sampling(true);
        try {
            String info = source.info();
            if (info.isEmpty()) {
                figures.lost(address);
            } else {
                figures.update(RedisInfo.parse(info, address, aliases(server)));
                round.answered = true;
            }
            pauses.remove(source);
        } catch (Throwable unreachable) {
            figures.lost(address);
            pause.lengthen();
            if (AgentLog.prints(AgentLog.Level.DEBUG)) {
                AgentLog.debug("no server figures from " + address + ": " + AgentLog.brief(unreachable));
            }
        } finally {
            thread.sampling(false);
        }
    }

    private SortedMap<Integer, String> aliases(RedisServer server) {
        SortedMap<Integer, String> aliases = new TreeMap<>();
        for (Integer index : indexes.getOrDefault(address(server), Map.of()).keySet()) {
            aliases.put(index, names.alias(server, index));
        }
        return aliases;
    }

    private static String address(RedisServer server) {
        return server.host() + ":" + server.port();
    }
}
