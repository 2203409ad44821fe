package io.autobot.agent.redis;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What arrives on a subscribed connection without having been asked for, by the first element of the list
 * (redis.io, "Pub/sub", format of pushed messages).
 */
final class RedisPush {
    static final int NONE = 0;
    static final int MESSAGE = 1;
    static final int SUBSCRIBED = 2;
    static final int UNSUBSCRIBED = 3;

    private static final byte[][] MESSAGES = bytes("message", "pmessage", "smessage");
    private static final byte[][] SUBSCRIPTIONS = bytes("subscribe", "psubscribe", "ssubscribe");
    private static final byte[][] UNSUBSCRIPTIONS = bytes("unsubscribe", "punsubscribe", "sunsubscribe");

    private RedisPush() {}

    static int of(byte[] kind) {
        if (contains(MESSAGES, kind)) {
            return MESSAGE;
        }
        if (contains(SUBSCRIPTIONS, kind)) {
            return SUBSCRIBED;
        }
        return contains(UNSUBSCRIPTIONS, kind) ? UNSUBSCRIBED : NONE;
    }

    private static boolean contains(byte[][] kinds, byte[] kind) {
        for (byte[] known : kinds) {
            if (Arrays.equals(known, kind)) {
                return true;
            }
        }
        return false;
    }

    private static byte[][] bytes(String... words) {
        byte[][] bytes = new byte[words.length][];
        for (int i = 0; i < words.length; i++) {
            bytes[i] = words[i].getBytes(StandardCharsets.US_ASCII);
        }
        return bytes;
    }
}
