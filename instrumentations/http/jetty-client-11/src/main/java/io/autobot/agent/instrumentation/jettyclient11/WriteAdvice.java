package io.autobot.agent.instrumentation.jettyclient11;

import java.nio.ByteBuffer;
import net.bytebuddy.asm.Advice;
import org.eclipse.jetty.client.HttpExchange;

/** A request is about to be written: its head with the first bytes of its body, or further bytes (10 and 11). */
public final class WriteAdvice {
    private WriteAdvice() {}

    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void writing(
            @Advice.Argument(0) HttpExchange exchange,
            @Advice.Argument(1) ByteBuffer piece,
            @Advice.Argument(2) boolean last) {
        JettyCalls.writing(exchange, piece, last);
    }
}
