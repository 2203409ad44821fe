package io.autobot.agent.instrumentation.lettuce;

import io.autobot.agent.redis.RedisChannel;
import io.lettuce.core.pubsub.PubSubEndpoint;
import io.lettuce.core.pubsub.PubSubOutput;

/** What arrives on subscribed connections. */
final class LettuceMessages {
    private LettuceMessages() {}

    /** @param type {@code null} for what Lettuce drops */
    static void received(PubSubEndpoint<?, ?> endpoint, PubSubOutput.Type type) {
        // message, pmessage and, in newer versions, smessage; the others confirm subscriptions.
        if (type != null && type.name().endsWith("message")) {
            RedisChannel channel = LettuceChannels.of(endpoint);
            if (!channel.ignored()) {
                channel.received(1);
            }
        }
    }
}
