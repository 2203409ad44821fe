package io.autobot.agent.instrumentation.apachehttpclient5;

import net.bytebuddy.asm.Advice;
import org.apache.hc.client5.http.impl.classic.CloseableHttpResponse;
import org.apache.hc.core5.http.HttpEntity;

/** A response is closed, read or not. */
public final class CloseAdvice {
    private CloseAdvice() {}

    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void closing(@Advice.This CloseableHttpResponse response) {
        HttpEntity entity = response.getEntity();
        if (entity instanceof ObservedReply) {
            ((ObservedReply) entity).giveUp();
        }
    }
}
