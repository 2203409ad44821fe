package io.autobot.agent.instrumentation.rules;

import io.autobot.agent.flows.FlowRun;
import io.autobot.agent.flows.Flows;
import io.autobot.agent.spi.HookArgument;
import io.autobot.agent.spi.HookNumber;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.asm.Advice.AssignReturned;
import net.bytebuddy.implementation.bytecode.assign.Assigner;

/** A call of a method that returns one of RxJava 2's types: its work begins when somebody subscribes. */
public final class Rx2Advice {
    private Rx2Advice() {}

    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static int entered(
            @HookNumber int number,
            @Advice.This(optional = true, typing = Assigner.Typing.DYNAMIC) Object self,
            @HookArgument(0) Object first,
            @HookArgument(1) Object second) {
        return Flows.prepare(number, self, first, second);
    }

    /** What to return instead; nothing is assigned where there is nothing to wait for. */
    @AssignReturned.ToReturned(typing = Assigner.Typing.DYNAMIC)
    @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
    public static Object returned(
            @Advice.Enter int entered,
            @Advice.Return(typing = Assigner.Typing.DYNAMIC) Object returned,
            @Advice.Thrown Throwable thrown) {
        FlowRun call = Flows.prepared(entered, thrown);
        return call == null ? null : Rx2Flows.watched(returned, call);
    }
}
