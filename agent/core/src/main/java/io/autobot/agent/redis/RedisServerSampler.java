package io.autobot.agent.redis;

import io.autobot.agent.log.AgentLog;
import io.autobot.agent.spi.StateMap;
import io.autobot.agent.spi.WeakSet;
import java.util.HashSet;
import java.util.Set;

/**
 * Asks every Redis server that this JVM uses for its memory and keys, once in an interval, whatever the number of
 * pools to it. A source that does not answer, or is not allowed to ask, is tried again after ever longer pauses, and
 * only where no other leads to the same server.
 */
final class RedisServerSampler {
    private static final int LONGEST_PAUSE = 16;

    private final RedisServerFigures figures;
    private final RedisDatabases names;
    private final WeakSet<RedisServerSource> sources = new WeakSet<>();
    private final StateMap<RedisServerSource, Pause> pauses = new StateMap<>();

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
        if (index >= 0) {
            figures.uses(address(server), index, names.alias(server, index));
        }
    }

    /** Asks each server once. By the sampler's thread only. */
    void sample() {
        Set<String> asked = new HashSet<>();
        // Those that failed come last: one that is refused must not stand before one that knows the password.
        // Pools come first: they know the password, where each new connection beside them may be refused once.
        sources.retain(source -> pauses.get(source) != null || !source.isPool() || ask(source, asked));
        sources.retain(source -> pauses.get(source) != null || source.isPool() || ask(source, asked));
        sources.retain(source -> pauses.get(source) == null || ask(source, asked));
    }

    /** Whether the source may be asked again some time. */
    private boolean ask(RedisServerSource source, Set<String> asked) {
        RedisServer server = source.server();
        if (server == null) {
            return true;
        }
        if (asked.contains(address(server))) {
            source.rest();
            return true;
        }
        Pause pause = pauses.get(source);
        if (pause != null && pause.holds()) {
            return true;
        }
        asked.add(address(server));
        if (sample(source, server)) {
            return true;
        }
        // Whoever else leads there may be asked at once.
        asked.remove(address(server));
        return false;
    }

    /** Whether the source still leads anywhere. */
    private boolean sample(RedisServerSource source, RedisServer server) {
        String address = address(server);
        RedisThread thread = RedisThread.current();
        thread.sampling(true);
        try {
            String info = source.info();
            if (info.isEmpty()) {
                figures.lost(address);
                return false;
            }
            figures.update(RedisInfo.parse(info, address));
            pauses.remove(source);
        } catch (Throwable unreachable) {
            figures.lost(address);
            pauses.putIfAbsent(source, new Pause()).lengthen();
            if (AgentLog.prints(AgentLog.Level.DEBUG)) {
                AgentLog.debug("no server figures from " + address + ": " + AgentLog.brief(unreachable));
            }
        } finally {
            thread.sampling(false);
        }
        return true;
    }

    private static String address(RedisServer server) {
        return server.host() + ":" + server.port();
    }
}
