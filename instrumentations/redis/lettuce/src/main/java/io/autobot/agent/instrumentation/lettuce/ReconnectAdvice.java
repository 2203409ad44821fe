package io.autobot.agent.instrumentation.lettuce;

import io.autobot.agent.redis.RedisChannel;
import io.lettuce.core.protocol.ConnectionFacade;
import java.util.concurrent.CompletionStage;
import net.bytebuddy.asm.Advice;
import reactor.util.function.Tuple2;

/** A connection that was lost is opened again. */
public final class ReconnectAdvice {
    private ReconnectAdvice() {}

    @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
    public static void reconnecting(
            @Advice.FieldValue("connectionFacade") ConnectionFacade facade, @Advice.Return Tuple2<?, ?> futures) {
        RedisChannel channel = LettuceChannels.behind(facade);
        if (channel != null && futures != null && futures.getT1() instanceof CompletionStage<?> future) {
            future.whenComplete(new ConnectTimeouts(channel));
        }
    }
}
