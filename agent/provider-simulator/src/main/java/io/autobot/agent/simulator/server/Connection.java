package io.autobot.agent.simulator.server;

import io.autobot.agent.simulator.Exchange;
import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** One exchange's connection: each write goes out at once, is counted and hashed. */
final class Connection {
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final Request request;
    private final Response response;
    private final Callback callback;
    private final Exchange exchange;
    private final MessageDigest digest;

    Connection(Request request, Response response, Callback callback, Exchange exchange) {
        this.request = request;
        this.response = response;
        this.callback = callback;
        this.exchange = exchange;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    void head(int status, String contentType, String encoding, Map<String, String> headers) {
        response.setStatus(status);
        headers.forEach((name, value) -> response.getHeaders().put(new HttpField(name, value)));
        if (contentType != null) {
            response.getHeaders().put("Content-Type", contentType);
        }
        if (encoding != null) {
            response.getHeaders().put("Content-Encoding", encoding);
        }
    }

    /** Sends the head alone, so that a client has it while the body waits. */
    void flushHead() throws IOException {
        Content.Sink.write(response, false, NOTHING.slice());
    }

    void write(byte[] bytes, int from, int length) throws IOException {
        send(bytes, from, length, false);
    }

    /** Writes all there is: it gets a length instead of chunks. */
    void writeWhole(byte[] bytes) throws IOException {
        send(bytes, 0, bytes.length, true);
        callback.succeeded();
    }

    private void send(byte[] bytes, int from, int length, boolean last) throws IOException {
        digest.update(bytes, from, length);
        Content.Sink.write(response, last, ByteBuffer.wrap(bytes, from, length));
        exchange.wrote(length);
    }

    void end() throws IOException {
        Content.Sink.write(response, true, NOTHING.slice());
        callback.succeeded();
    }

    /** Breaks off. On HTTP/2 the stream alone is reset either way. */
    void breakOff(boolean reset) throws IOException {
        if (reset && request.getConnectionMetaData().getHttpVersion() != HttpVersion.HTTP_2) {
            EndPoint endPoint = request.getConnectionMetaData().getConnection().getEndPoint();
            while (endPoint instanceof EndPoint.Wrapper wrapper) {
                endPoint = wrapper.unwrap();
            }
            SocketChannel channel = (SocketChannel) endPoint.getTransport();
            channel.setOption(StandardSocketOptions.SO_LINGER, 0);
            channel.close();
        }
        callback.failed(new IOException("the simulator broke off"));
    }

    String sha256() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
