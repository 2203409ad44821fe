package io.autobot.agent.testkit.http;

import static org.awaitility.Awaitility.await;

import io.autobot.agent.http.HttpConversation;
import io.autobot.agent.http.HttpProtocol;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A protocol that claims every exchange whose path begins with {@code /claimed} and keeps all it is told, for tests of
 * transports.
 */
public final class RecordingProtocol implements HttpProtocol {
    /** The headers of replies that are kept. */
    public static final List<String> HEADERS =
            List.of("content-type", "content-encoding", "x-request-id", "x-ratelimit-remaining", "location");

    private final List<RecordedExchange> exchanges = new CopyOnWriteArrayList<>();
    private volatile int asked;

    @Override
    public synchronized HttpConversation claim(String method, String scheme, String host, int port, String path) {
        asked++;
        if (!path.startsWith("/claimed")) {
            return null;
        }
        RecordedExchange exchange = new RecordedExchange(method, host, port, path);
        exchanges.add(exchange);
        return exchange;
    }

    /** Exchanges seen so far, claimed or not. */
    public int asked() {
        return asked;
    }

    /** Those claimed, in order. */
    public List<RecordedExchange> exchanges() {
        return List.copyOf(exchanges);
    }

    /** The only exchange claimed, once it has ended. */
    public RecordedExchange only() {
        if (exchanges.isEmpty()) {
            // Only then: it looks for the first time after a tenth of a second, and every case asks several times.
            await().until(() -> !exchanges.isEmpty());
        }
        if (exchanges.size() != 1) {
            throw new AssertionError("not one exchange but " + exchanges);
        }
        return exchanges.get(0).awaitEnd();
    }

    /** Forgets all. */
    public void clear() {
        exchanges.clear();
    }
}
