package io.autobot.agent.testkit.redis;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Loopback ports that nobody listens on. */
final class FreePorts {
    /** Below the ports systems hand out to outgoing connections, and leaving room for a cluster bus 10,000 above. */
    private static final int FIRST = 20_000;

    private static final int LAST = 32_000;
    private static final int BUS = 10_000;

    private FreePorts() {}

    /** A port that is free, and the one 10,000 above as well. Another process may still be quicker to take it. */
    static int next() {
        for (int attempt = 0; attempt < 1_000; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(FIRST, LAST);
            if (isFree(port) && isFree(port + BUS)) {
                return port;
            }
        }
        throw new IllegalStateException("no free port between " + FIRST + " and " + LAST);
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
