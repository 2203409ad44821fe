package io.autobot.agent.testkit.http;

import io.autobot.agent.testkit.http.PeerHandler.Request;
import io.autobot.agent.testkit.library.Libraries;
import io.autobot.agent.testkit.library.LibraryLoader;
import io.autobot.agent.testkit.library.Versions;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.http2.server.HTTP2CServerConnectionFactory;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * HTTP/2 in clear text, with prior knowledge or by an upgrade, by a Jetty in a class loader of its own. What comes in
 * HTTP/1.1 is refused.
 */
public final class Http2Server implements Function<PeerHandler, PeerServer> {
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    /** For {@link #start}. */
    public Http2Server() {}

    static PeerServer start(PeerHandler handler) {
        LibraryLoader loader = LibraryLoader.of(
                Libraries.resolveAll(List.of(
                        "org.slf4j:slf4j-nop:" + Versions.of("slf4j"),
                        "org.eclipse.jetty.http2:jetty-http2-server:" + Versions.of("jetty"))),
                name -> name.startsWith(HttpWire.class.getName())
                        || name.startsWith(PeerHandler.class.getName())
                        || name.equals(PeerServer.class.getName()),
                Http2Server.class);
        PeerServer server = loader.run(Http2Server.class, handler);
        return new PeerServer() {
            @Override
            public int port() {
                return server.port();
            }

            @Override
            public void close() {
                server.close();
                loader.close();
            }
        };
    }

    @Override
    public PeerServer apply(PeerHandler handler) {
        return new Listening(handler);
    }

    private static final class Listening implements PeerServer {
        private final QueuedThreadPool threads = new QueuedThreadPool();
        private final Server server = new Server(threads);
        private final ServerConnector connector;

        Listening(PeerHandler handler) {
            HttpConfiguration http = new HttpConfiguration();
            HTTP2CServerConnectionFactory http2 = new HTTP2CServerConnectionFactory(http);
            // A setting that Apache's core 5.0 does not know, for which it closes the connection.
            http2.setConnectProtocolEnabled(false);
            connector = new ServerConnector(server, 0, 1, new HttpConnectionFactory(http), http2);
            connector.setHost("localhost");
            server.addConnector(connector);
            server.setHandler(new Answering(handler));
            // Handlers wait at gates for replies that nobody wants any more.
            server.setStopTimeout(0);
            threads.setStopTimeout(0);
            threads.setDaemon(true);
            try {
                server.start();
            } catch (Exception e) {
                throw new IllegalStateException("no peer of HTTP/2", e);
            }
        }

        @Override
        public int port() {
            return connector.getLocalPort();
        }

        @Override
        public void close() {
            try {
                server.stop();
            } catch (Exception e) {
                throw new IllegalStateException("the peer does not end", e);
            }
        }
    }

    private static final class Answering extends Handler.Abstract {
        private final PeerHandler handler;

        Answering(PeerHandler handler) {
            this.handler = handler;
        }

        @Override
        public boolean handle(org.eclipse.jetty.server.Request request, Response response, Callback callback)
                throws Exception {
            if (request.getConnectionMetaData().getHttpVersion() != HttpVersion.HTTP_2) {
                Response.writeError(request, response, callback, 505);
                return true;
            }
            String query = request.getHttpURI().getQuery();
            byte[] body = Content.Source.asInputStream(request).readAllBytes();
            Request asked =
                    new Request(request.getMethod(), request.getHttpURI().getPath(), query == null ? "" : query, body);
            try {
                handler.handle(asked, new Wire(request, response, callback));
            } catch (IOException | InterruptedException brokenOff) {
                callback.failed(brokenOff);
            }
            return true;
        }
    }

    private record Wire(org.eclipse.jetty.server.Request request, Response response, Callback callback)
            implements HttpWire {
        @Override
        public void head(int status, Map<String, String> headers, long length) throws IOException {
            response.setStatus(status);
            headers.forEach((name, value) -> response.getHeaders().put(name, value));
            if (length >= 0 && status != 204) {
                response.getHeaders().put("content-length", length);
            }
            Content.Sink.write(response, false, NOTHING.slice());
        }

        @Override
        public void piece(byte[] bytes) throws IOException {
            Content.Sink.write(response, false, ByteBuffer.wrap(bytes));
        }

        @Override
        public void end() throws IOException {
            Content.Sink.write(response, true, NOTHING.slice());
            callback.succeeded();
        }

        @Override
        public void reset() {
            callback.failed(new IOException("as asked"));
        }

        @Override
        public void awaitGone() throws InterruptedException {
            CountDownLatch gone = new CountDownLatch(1);
            request.addFailureListener(failure -> gone.countDown());
            gone.await(60, TimeUnit.SECONDS);
            reset();
        }
    }
}
