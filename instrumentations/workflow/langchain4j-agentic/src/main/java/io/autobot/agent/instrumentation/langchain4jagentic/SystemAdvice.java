package io.autobot.agent.instrumentation.langchain4jagentic;

import dev.langchain4j.agentic.scope.DefaultAgenticScope;
import java.lang.reflect.Method;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;

/** A system is called; one that was given a scope is an agent of another. */
public final class SystemAdvice {
    private SystemAdvice() {}

    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static SystemRun called(
            @Advice.This(typing = Assigner.Typing.DYNAMIC) Object handler,
            @Advice.FieldValue("agenticScope") DefaultAgenticScope given,
            @Advice.Argument(1) Method method) {
        return given == null ? SystemRun.begin(AgenticSystems.of(handler, method)) : null;
    }

    @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
    public static void left(@Advice.Enter SystemRun run, @Advice.Thrown Throwable thrown) {
        if (run != null) {
            run.end(thrown);
        }
    }
}
