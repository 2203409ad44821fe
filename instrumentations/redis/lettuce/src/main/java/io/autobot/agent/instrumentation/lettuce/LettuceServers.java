package io.autobot.agent.instrumentation.lettuce;

import io.autobot.agent.redis.RedisChannel;
import io.autobot.agent.redis.RedisServer;
import io.lettuce.core.RedisURI;
import io.netty.channel.Channel;
import java.net.InetSocketAddress;

/** Where connections lead. */
final class LettuceServers {
    private LettuceServers() {}

    /** The server that a URI names; unknown where sentinels or a socket file tell. */
    static RedisServer named(RedisURI uri) {
        boolean named = uri.getSentinels().isEmpty() && uri.getHost() != null;
        return named ? new RedisServer(uri.getHost(), "", uri.getPort()) : RedisServer.UNKNOWN;
    }

    /** The server at the other end, by the name that the application wrote if it wrote one. */
    static RedisServer reached(Channel channel, RedisChannel connection) {
        if (!(channel.remoteAddress() instanceof InetSocketAddress address)) {
            return RedisServer.UNKNOWN;
        }
        RedisServer intended = connection.server();
        boolean written = !intended.host().isEmpty() && intended.port() == address.getPort();
        return new RedisServer(
                // Never a look-up.
                written ? intended.host() : address.getHostString(),
                address.getAddress() == null ? "" : address.getAddress().getHostAddress(),
                address.getPort());
    }
}
