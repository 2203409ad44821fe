package io.autobot.agent.endpoint;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsServer;
import io.autobot.agent.endpoint.EndpointSettings.Tls;
import io.autobot.agent.log.AgentLog;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;

/**
 * The endpoint on the JDK's HTTP server. Opened through {@link Endpoints}, since this class needs a module that not
 * every runtime has.
 */
final class MetricsEndpoint implements Endpoint, Runnable {
    private static final int BACKLOG = 64;

    private final EndpointSettings settings;
    private final Workers workers;
    private final Router router;
    private final TargetFile targetFile;
    private final Thread stopHook = EndpointThreads.create("stop", new Runnable() {
        @Override
        public void run() {
            close();
        }
    });
    private final CountDownLatch firstAttempt = new CountDownLatch(1);

    /** Guards the fields below. Its holder does nothing that can block for long. */
    private final Object lock = new Object();

    private HttpServer server;
    private Bound bound;
    private boolean stopped;

    MetricsEndpoint(EndpointSettings settings, Supplier<PrometheusRegistry> registry, HealthReport health) {
        this.settings = settings;
        workers = new Workers(settings.timing().patience());
        BasicAuth auth = settings.password() == null ? null : new BasicAuth(settings.username(), settings.password());
        router = new Router(workers, auth, settings.healthOpen(), registry, health);
        targetFile = settings.fileSd() == null ? null : new TargetFile(settings.fileSd(), settings.fileSdLabels());
    }

    /** The server's own threads inherit from the thread that starts it, hence always one of ours. */
    @Override
    public Optional<Bound> start() {
        EndpointThreads.create("open", this).start();
        try {
            firstAttempt.await();
        } catch (InterruptedException caller) {
            Thread.currentThread().interrupt();
        }
        return bound();
    }

    @Override
    public Optional<Bound> bound() {
        synchronized (lock) {
            return Optional.ofNullable(bound);
        }
    }

    @Override
    public void stop() {
        close();
        try {
            Runtime.getRuntime().removeShutdownHook(stopHook);
        } catch (IllegalStateException shuttingDown) {
            // The hook has nothing left to do.
        }
    }

    /** Opens the endpoint, on a thread of its own. */
    @Override
    public void run() {
        try {
            HttpServer unbound = create();
            if (unbound != null && !bind(unbound)) {
                retry(unbound);
            }
        } catch (Throwable failure) {
            AgentLog.warn("the metrics endpoint could not be started, metrics are collected but not served: "
                    + AgentLog.brief(failure));
        } finally {
            firstAttempt.countDown();
        }
    }

    private HttpServer create() throws IOException {
        if ((settings.username() == null) != (settings.password() == null)) {
            AgentLog.warn("endpoint.username and endpoint.password come together, only one is set: the endpoint stays"
                    + " off; set both or none");
            return null;
        }
        Tls tls = settings.tls();
        if (tls == null) {
            return HttpServer.create();
        }
        try {
            TlsContext context = TlsContext.load(tls);
            HttpsServer encrypted = HttpsServer.create();
            encrypted.setHttpsConfigurator(context);
            return encrypted;
        } catch (IOException | GeneralSecurityException | RuntimeException failure) {
            AgentLog.warn("the keystore " + tls.keystore() + " cannot be used as " + tls.type() + " ("
                    + failure.getMessage() + "): the endpoint stays off; check endpoint.tls.keystore,"
                    + " endpoint.tls.keystore-type and endpoint.tls.keystore-password-file");
            return null;
        }
    }

    /** Whether there is nothing left to try. */
    private boolean bind(HttpServer unbound) {
        try {
            tryBind(unbound);
        } catch (IOException | RuntimeException failure) {
            String where = Bound.authority(settings.host(), settings.port());
            long seconds = settings.timing().retry().toSeconds();
            AgentLog.warn(where + " cannot be bound (" + failure.getMessage()
                    + "): metrics are collected but not served; free the port or set endpoint.port (0 picks a free"
                    + " one); trying again every " + seconds + " s");
            return false;
        }
        return true;
    }

    private void retry(HttpServer unbound) throws InterruptedException {
        firstAttempt.countDown();
        while (true) {
            synchronized (lock) {
                if (!stopped) {
                    lock.wait(settings.timing().retry().toMillis());
                }
                if (stopped) {
                    unbound.stop(0);
                    return;
                }
            }
            try {
                tryBind(unbound);
            } catch (IOException | RuntimeException stillTaken) {
                continue;
            }
            bound().ifPresent(now -> AgentLog.info("metrics are now served at " + now.url()));
            return;
        }
    }

    private void tryBind(HttpServer unbound) throws IOException {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getByName(settings.host()), settings.port());
        Bound now;
        synchronized (lock) {
            if (stopped) {
                unbound.stop(0);
                return;
            }
            unbound.bind(address, BACKLOG);
            unbound.createContext("/", router);
            unbound.setExecutor(workers);
            unbound.start();
            server = unbound;
            now = new Bound(settings.host(), unbound.getAddress().getPort(), settings.tls() != null);
            bound = now;
        }
        stopAtExit();
        writeTargetFile(now);
    }

    /** A thread blocked in accept or epoll makes the JVM wait 300 ms at its exit; a closed server does not. */
    private void stopAtExit() {
        try {
            Runtime.getRuntime().addShutdownHook(stopHook);
        } catch (IllegalStateException shuttingDown) {
            close();
        }
    }

    private void writeTargetFile(Bound now) {
        if (targetFile == null) {
            return;
        }
        String content = targetFile.content(now);
        synchronized (lock) {
            if (!stopped) {
                targetFile.write(content);
            }
        }
    }

    private void close() {
        HttpServer running;
        synchronized (lock) {
            if (stopped) {
                return;
            }
            stopped = true;
            bound = null;
            running = server;
            lock.notifyAll();
        }
        if (running != null) {
            running.stop(0);
        }
        workers.stop();
        if (targetFile != null) {
            targetFile.remove();
        }
    }
}
