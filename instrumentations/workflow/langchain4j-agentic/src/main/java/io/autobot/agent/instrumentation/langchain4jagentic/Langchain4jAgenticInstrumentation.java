package io.autobot.agent.instrumentation.langchain4jagentic;

import static io.autobot.agent.spi.MethodMatch.constructor;
import static io.autobot.agent.spi.MethodMatch.lambdaIn;
import static io.autobot.agent.spi.MethodMatch.method;
import static io.autobot.agent.spi.TypeTarget.Hook.hook;

import io.autobot.agent.spi.Description;
import io.autobot.agent.spi.Instrumentation;
import io.autobot.agent.spi.MethodMatch;
import io.autobot.agent.spi.TypeTarget;
import io.autobot.agent.status.Group;

/**
 * Agentic systems of LangChain4j: sequences, loops, supervisors and whatever else calls agents by a plan. All are called
 * through one invocation handler, which knows whether it is called by the application or as an agent of another system,
 * and all call their agents through {@code AgentExecutor}.
 */
public final class Langchain4jAgenticInstrumentation implements Instrumentation {
    private static final String AGENTIC = "dev.langchain4j.agentic.";
    private static final String INTERNAL = AGENTIC + "internal.";
    private static final String OBJECT = "java.lang.Object";
    private static final String SCOPE = AGENTIC + "scope.DefaultAgenticScope";

    /** Who is told of an invocation: 1.9, 1.10, later. */
    private static final String[] TOLD = {
        AGENTIC + "scope.AgentInvocationListener", INTERNAL + "AgentInvocationListener", INTERNAL + "PlannerExecutor"
    };

    @Override
    public void describe(Description agentic) {
        agentic.name("langchain4j-agentic")
                .feeds(Group.WORKFLOW, Group.TASKS)
                .library("dev.langchain4j:langchain4j-agentic", "1.3", "1.19");
        // Of these each release has one: the former up to 1.8.
        agentic.type(INTERNAL + "AbstractAgentInvocationHandler")
                .on(method("executeAgentMethod"), ScopedSystemAdvice.class);
        agentic.type(INTERNAL + "PlannerBasedInvocationHandler").on(method("executeAgentMethod"), SystemAdvice.class);
        agentic.type(SCOPE)
                .on(method("rootCallStarted"), ScopeAdvice.class)
                .on(method("handleError"), HandledAdvice.class);
        executor(agentic.type(INTERNAL + "AgentExecutor"));
        agentic.type(INTERNAL + "AgentInvoker").on(method("invoke"), InvokeAdvice.class);
        agentic.type(AGENTIC + "agent.MissingArgumentException").on(constructor(), MissingAdvice.class);
        agentic.type(INTERNAL + "AsyncResponse").on(constructor(), AsyncAdvice.class);
        agentic.type(INTERNAL + "StreamingResponse").on(constructor(), StreamAdvice.class);
        describeWaiting(agentic);
    }

    /** One method that all others come to, and what runs an agent on another thread. */
    private static void executor(TypeTarget executor) {
        executor.onFirst(
                hook(method("execute").takes(SCOPE, TOLD[2], "boolean"), StepAdvice.class),
                hook(method("execute").takes(SCOPE, TOLD[1], "boolean"), StepAdvice.class),
                hook(method("execute").takes(SCOPE, TOLD[0], "boolean"), StepAdvice.class),
                hook(method("execute").takes(SCOPE, "boolean"), StepAdvice.class),
                hook(method("execute").takes(SCOPE), StepAdvice.class));
        String arguments = INTERNAL + "AgentInvocationArguments";
        MethodMatch called = lambdaIn("internalExecute");
        executor.onIfPresent(lambdaIn("agentResponse").takes(SCOPE, OBJECT, arguments, TOLD[2]), StepAdvice.class)
                .onIfPresent(called.takes(SCOPE, OBJECT, arguments, TOLD[1]), StepAdvice.class)
                .onIfPresent(called.takes(SCOPE, OBJECT, arguments, TOLD[0]), StepAdvice.class)
                .onIfPresent(called.takes(SCOPE, OBJECT, arguments), StepAdvice.class)
                .onIfPresent(called.takes(OBJECT, OBJECT + "[]", SCOPE), FirstAsyncStepAdvice.class);
    }

    /** Answers that come later, from 1.13 on, and systems that stop for one, from 1.19 on. */
    private static void describeWaiting(Description agentic) {
        agentic.type(INTERNAL + "PendingResponse")
                .onIfPresent(constructor(), AnswerMadeAdvice.class)
                .onIfPresent(method("complete"), AnsweredAdvice.class);
        agentic.type(INTERNAL + "DeferredResponse")
                .on(constructor(), AnswerMadeAdvice.class)
                .on(method("complete"), AnsweredAdvice.class);
        agentic.type(INTERNAL + "PlannerBasedInvocationHandler$PlannerLoop")
                .onIfPresent(method("onSubagentSuspended"), StepSuspendedAdvice.class);
        agentic.type(AGENTIC + "observability.ListenerNotifierUtil")
                .onIfPresent(method("onAgenticSystemSuspended"), SystemSuspendedAdvice.class);
    }
}
