package io.autobot.agent.instrumentation.jettyclient11;

import java.nio.ByteBuffer;
import net.bytebuddy.asm.Advice;
import org.eclipse.jetty.client.HttpExchange;

/** Bytes of a reply's body have arrived, as they were sent. */
public final class ReceiveAdvice {
    private ReceiveAdvice() {}

    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void received(@Advice.Argument(0) HttpExchange exchange, @Advice.Argument(1) ByteBuffer piece) {
        JettyCalls.received(exchange, piece);
    }
}
