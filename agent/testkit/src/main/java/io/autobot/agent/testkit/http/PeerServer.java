package io.autobot.agent.testkit.http;

/** What listens for a peer. */
public interface PeerServer extends AutoCloseable {
    /** Of the loopback interface. */
    int port();

    /** Ends all connections. */
    @Override
    void close();
}
