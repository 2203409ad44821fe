package io.autobot.agent.instrumentation.redisson;

import java.util.List;
import net.bytebuddy.asm.Advice;
import org.redisson.client.protocol.CommandData;

/** A reply, or an element of one, was read and is about to be converted. */
public final class ReplyAdvice {
    private ReplyAdvice() {}

    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void read(
            @Advice.Argument(0) CommandData<?, ?> command,
            @Advice.Argument(1) List<?> parts,
            @Advice.Argument(2) Object reply) {
        if (parts == null && command != null) {
            Replies.read(command, reply);
        }
    }
}
