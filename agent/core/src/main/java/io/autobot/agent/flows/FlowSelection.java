package io.autobot.agent.flows;

import io.autobot.agent.rules.Descriptors;
import io.autobot.agent.rules.ValueForm;
import io.autobot.agent.rules.ValueForm.Source;
import io.autobot.agent.spi.MethodSelection;
import java.util.List;
import java.util.Set;

/** The methods that a rule means. Says what of the rule cannot be told of them. Any thread. */
public final class FlowSelection implements MethodSelection {
    private static final String CONTINUATION = "kotlin.coroutines.Continuation";

    /** What ends after the method has returned, and cannot be seen to. */
    private static final Set<String> LATER = Set.of(
            "java.util.concurrent.Future",
            "java.util.concurrent.FutureTask",
            "java.util.concurrent.Flow$Publisher",
            "org.reactivestreams.Publisher",
            "reactor.core.publisher.ParallelFlux",
            "reactor.core.publisher.ConnectableFlux",
            "io.smallrye.mutiny.Uni",
            "io.smallrye.mutiny.Multi",
            "io.vertx.core.Future",
            "com.google.common.util.concurrent.ListenableFuture",
            "org.springframework.util.concurrent.ListenableFuture",
            "kotlinx.coroutines.Deferred",
            "kotlinx.coroutines.flow.Flow",
            "scala.concurrent.Future");

    private final Flows flows;
    private final FlowRule rule;

    FlowSelection(Flows flows, FlowRule rule) {
        this.flows = flows;
        this.rule = rule;
    }

    @Override
    public String name() {
        return rule.rule.name();
    }

    @Override
    public String type() {
        return rule.rule.method().type();
    }

    @Override
    public boolean selects(String method, String descriptor) {
        return rule.rule.method().selects(method, descriptor);
    }

    @Override
    public int number(String type, String method, String descriptor, boolean isStatic) {
        String name = type + '.' + method;
        List<String> parameters = Descriptors.parameters(descriptor);
        if (!parameters.isEmpty() && parameters.get(parameters.size() - 1).equals(CONTINUATION)) {
            rule.state.problem(
                    name + " is a suspending function of Kotlin, whose end cannot be seen; it is left alone");
            return -1;
        }
        int number = flows.number(rule, type, method);
        if (number >= 0) {
            rule.state.found(name);
            check(rule.type, name, parameters, descriptor, isStatic);
            check(rule.owner, name, parameters, descriptor, isStatic);
            check(rule.outcome, name, parameters, descriptor, isStatic);
            String returned = Descriptors.returned(descriptor);
            if (LATER.contains(returned)) {
                rule.state.problem(name + " returns a " + returned
                        + ", whose end cannot be seen; the call counts as ended when it returns");
            }
        }
        return number;
    }

    private void check(FlowValue value, String name, List<String> parameters, String descriptor, boolean isStatic) {
        if (value == null) {
            return;
        }
        ValueForm form = value.form();
        String wanted = null;
        if (form.source() == Source.THIS && isStatic) {
            rule.state.problem("'" + form + "' cannot be read: " + name + " is static");
        } else if (form.source() == Source.ARGUMENT && form.argument() >= parameters.size()) {
            rule.state.problem("'" + form + "' cannot be read: " + name + " takes " + parameters.size() + " arguments");
        } else if (form.source() == Source.ARGUMENT) {
            wanted = parameters.get(form.argument());
        } else if (form.source() == Source.RETURNED) {
            wanted = Descriptors.returned(descriptor);
        }
        boolean nothing = "void".equals(wanted);
        // An approval that returns nothing is decided all the same.
        if (nothing && !(rule instanceof ApprovalRule) || wanted != null && Descriptors.isNumber(wanted)) {
            rule.state.problem("'" + form + "' cannot be read: in " + name + " it is "
                    + (nothing ? "void" : "a number, of type " + wanted + ", and no name"));
        }
    }

    @Override
    public int argument(int slot) {
        return slot == 0 ? rule.firstArgument() : rule.secondArgument();
    }

    @Override
    public void notIn(String type, boolean bodiless, List<String> methods) {
        rule.state.notIn(type, bodiless, methods);
    }
}
