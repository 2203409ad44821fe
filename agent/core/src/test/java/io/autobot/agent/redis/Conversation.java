package io.autobot.agent.redis;

import io.autobot.agent.metrics.Histograms;
import io.autobot.agent.metrics.SeriesGuard;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A connection to a server that exists in the test only, and what was counted of it. */
final class Conversation {
    static final RedisServer SERVER = new RedisServer("redis.example", "192.0.2.1", 6379);

    final RedisDomain domain = RedisDomain.create(
            new SeriesGuard(SeriesGuard.DEFAULT_LIMIT),
            new Histograms(name -> null),
            new RedisServerFigures(System::nanoTime, Long.MAX_VALUE),
            Map.of(),
            false);
    final RedisConnection connection = RedisConnection.closed(domain);

    /** Connected, in database 0. */
    static Conversation open() {
        Conversation conversation = new Conversation();
        conversation.connection.connected(SERVER);
        return conversation;
    }

    /** Sends commands by name. */
    Conversation send(String... commands) {
        for (String command : commands) {
            connection.sent(RedisCommands.id(command), System.nanoTime());
        }
        return this;
    }

    Conversation select(int index) {
        connection.sentSelect(index, System.nanoTime());
        return this;
    }

    /** Replies arrive; strings as bytes. */
    Conversation reply(Object... replies) {
        for (Object reply : replies) {
            connection.replied(reply instanceof String text ? bytes(text) : reply);
        }
        return this;
    }

    Conversation replyNil() {
        connection.replied(null);
        return this;
    }

    RedisOperation.Reading read(String database, String command) {
        return domain.metrics()
                .database(database)
                .operation(RedisCommands.id(command))
                .read();
    }

    RedisOperation.Reading main(String command) {
        return read("main", command);
    }

    long published(String database) {
        return domain.metrics().database(database).publishedMessages();
    }

    long received(String database) {
        return domain.metrics().database(database).receivedMessages();
    }

    static RedisOperation.Reading nothing() {
        return new RedisOperation.Reading(0, 0, 0, 0, 0);
    }

    static RedisOperation.Reading success(long count) {
        return new RedisOperation.Reading(count, 0, 0, 0, 0);
    }

    static RedisOperation.Reading hits(long count) {
        return new RedisOperation.Reading(0, count, 0, 0, 0);
    }

    static RedisOperation.Reading misses(long count) {
        return new RedisOperation.Reading(0, 0, count, 0, 0);
    }

    static RedisOperation.Reading errors(long count) {
        return new RedisOperation.Reading(0, 0, 0, count, 0);
    }

    /** A list as clients read it; strings as bytes. */
    static List<Object> list(Object... elements) {
        List<Object> list = new ArrayList<>();
        for (Object element : elements) {
            list.add(element instanceof String text ? bytes(text) : element);
        }
        return list;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
