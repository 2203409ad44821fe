package io.autobot.agent.instrumentation.vertxredis;

import io.autobot.agent.redis.RedisCommands;
import io.vertx.core.buffer.Buffer;

/** Reads commands from what goes to the server: in the oldest versions nothing else is there when they are queued. */
final class WireCommands {
    private WireCommands() {}

    /**
     * Records the command that begins at a place of the buffer.
     *
     * @return where the next one begins
     */
    static int sent(VertxConnection connection, Buffer buffer, int start, long now) {
        int id = id(buffer, start);
        byte[] argument = argument(buffer, start);
        connection.sent(RedisCommands.idOfSub(id, argument), argument, now, false, false);
        return end(buffer, start);
    }

    /** None of these commands entered the queue. */
    static void refused(VertxConnection connection, Buffer buffer, long start) {
        for (int at = 0; at < buffer.length(); at = end(buffer, at)) {
            byte[] argument = argument(buffer, at);
            connection.refused(RedisCommands.idOfSub(id(buffer, at), argument), argument, start);
        }
    }

    /** The command that begins there, without its sub-command. */
    static int id(Buffer buffer, int start) {
        return RedisCommands.id(bulk(buffer, line(buffer, start)));
    }

    /** Its first argument, or {@code null}. */
    static byte[] argument(Buffer buffer, int start) {
        return number(buffer, start) < 2 ? null : bulk(buffer, skip(buffer, line(buffer, start)));
    }

    private static int end(Buffer buffer, int start) {
        int at = line(buffer, start);
        for (int left = number(buffer, start); left > 0; left--) {
            at = skip(buffer, at);
        }
        return at;
    }

    /** The bytes of the bulk string that begins there. */
    private static byte[] bulk(Buffer buffer, int at) {
        int from = line(buffer, at);
        int length = number(buffer, at);
        return length < 0 ? null : buffer.getBytes(from, from + length);
    }

    private static int skip(Buffer buffer, int at) {
        int length = number(buffer, at);
        return line(buffer, at) + (length < 0 ? 0 : length + 2);
    }

    /** The number behind the type's byte. */
    private static int number(Buffer buffer, int at) {
        int number = 0;
        int digit = at + 1;
        boolean negative = buffer.getByte(digit) == '-';
        for (digit += negative ? 1 : 0; buffer.getByte(digit) != '\r'; digit++) {
            number = number * 10 + buffer.getByte(digit) - '0';
        }
        return negative ? -number : number;
    }

    /** Where the next line begins. */
    private static int line(Buffer buffer, int at) {
        int end = at;
        while (buffer.getByte(end) != '\n') {
            end++;
        }
        return end + 1;
    }
}
