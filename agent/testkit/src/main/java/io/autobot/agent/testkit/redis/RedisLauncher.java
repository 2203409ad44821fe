package io.autobot.agent.testkit.redis;

import java.nio.file.Path;

/** One way to run a redis-server. */
interface RedisLauncher {
    /** What it is, for the line that states the choice. */
    String describe();

    /**
     * Starts a server.
     *
     * @param config a configuration file the server may rewrite
     * @param sentinel whether it is to run as a sentinel
     */
    RedisChild start(Path config, boolean sentinel);

    /** A started server. */
    interface RedisChild {
        boolean isAlive();

        /** Stops it from doing anything, while its sockets stay open. */
        void pause();

        void resume();

        /** Ends it at once and waits until it is gone. */
        void kill();

        /** What it printed. */
        String output();
    }
}
