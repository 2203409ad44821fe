package io.autobot.agent.instrumentation.lettuce;

import io.lettuce.core.ConnectionFuture;
import io.lettuce.core.cluster.RedisClusterClient;
import net.bytebuddy.asm.Advice;

/** Lettuce 5: a client opens a connection to some node of a cluster. */
public final class ConnectToCluster5Advice {
    private ConnectToCluster5Advice() {}

    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void connecting(@Advice.This RedisClusterClient client, @Advice.AllArguments Object[] arguments) {
        LettuceConnects.connectingToNode(arguments, ClusterNode5Source.of(client));
    }

    @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
    public static void started(@Advice.AllArguments Object[] arguments, @Advice.Return ConnectionFuture<?> future) {
        LettuceConnects.started(arguments, future);
    }
}
