package io.autobot.agent.instrumentation.rules;

import static io.autobot.agent.spi.MethodMatch.anyMethod;
import static io.autobot.agent.spi.TypeTarget.Hook.hook;

import io.autobot.agent.flows.Flows;
import io.autobot.agent.spi.Description;
import io.autobot.agent.spi.Instrumentation;
import io.autobot.agent.spi.TypeTarget.Hook;
import io.autobot.agent.status.Group;
import java.util.ArrayList;
import java.util.List;

/**
 * Methods of the application that rules of the configuration name. Which they are is told when the agent starts; what
 * goes into each depends on what it returns: a publisher is exchanged for one of the same type that tells of its end,
 * a future is listened to, and a number is not looked at, because it would have to be boxed.
 */
public final class RulesInstrumentation implements Instrumentation {
    private static final String REACTOR = "reactor.core.publisher.";
    private static final String RX = "io.reactivex.rxjava3.core.";
    private static final String RX_2 = "io.reactivex.";

    @Override
    public void describe(Description rules) {
        rules.name(Flows.INSTRUMENTATION)
                .feeds(Group.WORKFLOW, Group.TASKS)
                .library("java:configured-methods", "17", "25");
        List<Hook> hooks = new ArrayList<>();
        for (String publisher : new String[] {"Mono", "Flux"}) {
            hooks.add(hook(anyMethod().returns(REACTOR + publisher), ReactorAdvice.class));
        }
        for (String publisher : new String[] {"Single", "Maybe", "Completable", "Observable", "Flowable"}) {
            hooks.add(hook(anyMethod().returns(RX + publisher), RxAdvice.class));
            hooks.add(hook(anyMethod().returns(RX_2 + publisher), Rx2Advice.class));
        }
        for (String number : new String[] {"byte", "short", "int", "long", "float", "double", "char"}) {
            hooks.add(hook(anyMethod().returns(number), NumberAdvice.class));
        }
        hooks.add(hook(anyMethod(), CallAdvice.class));
        rules.template(Flows.TEMPLATE).onFirst(hooks.toArray(new Hook[0]));
    }
}
