package io.autobot.agent.simulator.server;

import io.autobot.agent.simulator.Endpoint;
import io.autobot.agent.simulator.ProviderSimulator;
import io.autobot.agent.simulator.TrustMaterial;
import java.util.EnumMap;
import java.util.Map;
import org.eclipse.jetty.alpn.server.ALPNServerConnectionFactory;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.http2.server.HTTP2CServerConnectionFactory;
import org.eclipse.jetty.http2.server.HTTP2ServerConnectionFactory;
import org.eclipse.jetty.server.DetectorConnectionFactory;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** One Jetty with a port for each endpoint and one for the admin service. */
public final class Ports {
    private static final String ADMIN = "admin";
    private static final long IDLE_MILLIS = 600_000;

    private final Server server;
    private final String bind;
    private final SslContextFactory.Server ssl = new SslContextFactory.Server();
    private final Map<Endpoint, Integer> open = new EnumMap<>(Endpoint.class);
    private int adminPort;

    /** Starts without any port. */
    public Ports(String bind, ProviderSimulator simulator) {
        this.bind = bind;
        // Replies that wait at gates hold a thread each.
        QueuedThreadPool threads = new QueuedThreadPool(400, 8);
        threads.setName("simulator");
        server = new Server(threads);
        server.setHandler(new ByPort(ADMIN, new AdminHandler(simulator), new ExchangeHandler(simulator)));
        server.setStopTimeout(0);
        ssl.setKeyStore(TrustMaterial.keyStore());
        ssl.setKeyStorePassword(TrustMaterial.PASSWORD);
        try {
            server.start();
        } catch (Exception e) {
            throw new IllegalStateException("the simulator did not start", e);
        }
    }

    /** The port of an endpoint, opened if it is not. */
    public synchronized int open(Endpoint endpoint, int port) {
        return open.computeIfAbsent(endpoint, e -> connector(e.name(), port));
    }

    /** The port of the admin service, opened if it is not. */
    public synchronized int admin(int port) {
        if (adminPort == 0) {
            adminPort = connector(ADMIN, port);
        }
        return adminPort;
    }

    /** The ports open so far. */
    public synchronized Map<Endpoint, Integer> open() {
        return new EnumMap<>(open);
    }

    private int connector(String name, int port) {
        HttpConfiguration http = new HttpConfiguration();
        // Model names in paths hold encoded slashes.
        http.setUriCompliance(UriCompliance.UNSAFE);
        http.setSendServerVersion(false);
        http.setIdleTimeout(IDLE_MILLIS);
        ALPNServerConnectionFactory alpn = new ALPNServerConnectionFactory("h2", "http/1.1");
        alpn.setDefaultProtocol("http/1.1");
        ServerConnector connector = new ServerConnector(
                server,
                null,
                null,
                null,
                0,
                1,
                new DetectorConnectionFactory(new SslConnectionFactory(ssl, alpn.getProtocol())),
                new HttpConnectionFactory(http),
                new HTTP2CServerConnectionFactory(http),
                alpn,
                new HTTP2ServerConnectionFactory(http));
        connector.setName(name);
        connector.setHost(bind);
        connector.setPort(port);
        connector.setIdleTimeout(IDLE_MILLIS);
        server.addConnector(connector);
        try {
            connector.start();
        } catch (Exception e) {
            throw new IllegalStateException("no port " + port + " for " + name, e);
        }
        return connector.getLocalPort();
    }

    /** Closes all connections. */
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the simulator did not stop", e);
        }
    }
}
