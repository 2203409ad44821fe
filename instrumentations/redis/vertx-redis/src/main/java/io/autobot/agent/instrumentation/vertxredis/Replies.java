package io.autobot.agent.instrumentation.vertxredis;

import io.vertx.redis.client.Response;
import io.vertx.redis.client.ResponseType;
import java.util.Arrays;
import java.util.Collections;

/** Tells the conversation what the server answered. */
final class Replies {
    private Replies() {}

    static void read(VertxConnection connection, Response reply) {
        if (reply == null) {
            connection.state().replied(null);
            return;
        }
        ResponseType type = reply.type();
        if (type == ResponseType.ERROR) {
            error(connection, reply);
        } else if (type == ResponseType.MULTI || type == ResponseType.PUSH) {
            if (!connection.isReady() && isSentinel(reply)) {
                connection.leadsToSentinel();
            }
            connection.state().replied(list(connection, reply));
        } else {
            connection.state().replied(Boolean.TRUE);
        }
    }

    private static void error(VertxConnection connection, Response reply) {
        String message = reply.toString();
        boolean moved = message.startsWith("MOVED ");
        if (moved || message.startsWith("ASK ")) {
            connection.state().repliedElsewhere(moved);
        } else {
            connection.state().repliedError();
        }
    }

    /** As much of a list as matters: how long it is and, where messages may come, what kind of message it is. */
    private static Object list(VertxConnection connection, Response reply) {
        int size = reply.size();
        if (connection.subscribed() && size > 2 && reply.get(0) != null && isBytes(reply.get(0))) {
            Response count = reply.get(2);
            Object left = count != null && count.type() == ResponseType.NUMBER ? count.toLong() : Boolean.TRUE;
            return Arrays.asList(reply.get(0).toBytes(), Boolean.TRUE, left);
        }
        return Collections.nCopies(size, Boolean.TRUE);
    }

    /** In the reply to HELLO. */
    private static boolean isSentinel(Response reply) {
        Response mode = reply.containsKey("mode") ? reply.get("mode") : null;
        return mode != null && "sentinel".equals(mode.toString());
    }

    private static boolean isBytes(Response element) {
        return element.type() == ResponseType.BULK || element.type() == ResponseType.SIMPLE;
    }
}
