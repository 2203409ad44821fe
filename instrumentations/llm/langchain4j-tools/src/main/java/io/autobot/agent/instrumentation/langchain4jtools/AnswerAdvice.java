package io.autobot.agent.instrumentation.langchain4jtools;

import dev.langchain4j.model.ModelProvider;
import dev.langchain4j.model.chat.response.ChatResponse;
import net.bytebuddy.asm.Advice;

/** A model has answered; here the tools that it asks for and its provider meet. */
public final class AnswerAdvice {
    private AnswerAdvice() {}

    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void answered(@Advice.Argument(0) ChatResponse response, @Advice.Argument(2) ModelProvider provider) {
        ModelProviders.answered(response, provider);
    }
}
