package io.autobot.agent.flows;

import io.autobot.agent.rules.ValueForm;

/** Reads a value that a rule names off a call. Any thread; never throws. */
final class FlowValue {
    private static final FlowGetter[] NONE = {};

    private final ValueForm form;
    private final FlowGetter[] getters;
    private final FlowState state;
    private final FlowLabels labels;
    private boolean saidThrown;

    /** @param field what of the rule it is, for people */
    FlowValue(ValueForm form, String field, FlowState state) {
        this.form = form;
        this.state = state;
        labels = new FlowLabels(state, field);
        getters =
                form.getters().isEmpty() ? NONE : new FlowGetter[form.getters().size()];
        for (int i = 0; i < getters.length; i++) {
            getters[i] = new FlowGetter(form.getters().get(i), form.toString(), state);
        }
    }

    ValueForm form() {
        return form;
    }

    FlowLabels labels() {
        return labels;
    }

    /**
     * What is known of it when the call begins.
     *
     * @param self {@code null} for a static method
     * @return {@code null} if only the end tells
     */
    FlowLabel atStart(FlowMethod method, Object self, Object argument) {
        return switch (form.source()) {
            case CONSTANT -> labels.constant(form.constant());
            case CLASS -> labels.of(self == null ? method.className() : FlowText.ofClass(self.getClass()));
            case METHOD -> labels.of(method.methodName());
            case CLASS_AND_METHOD -> labels.of(method.classAndMethod());
            case ARGUMENT -> labels.of(read(argument));
            case THIS -> labels.of(read(self));
            case RETURNED -> null;
        };
    }

    /** What the end told. */
    FlowLabel atEnd(Object returned) {
        return labels.of(read(returned));
    }

    /** The object itself, or what its getters give; {@code null} where one gives nothing or throws. */
    Object read(Object root) {
        Object at = root;
        try {
            for (int i = 0; i < getters.length && at != null; i++) {
                at = getters[i].ask(at);
            }
            return at;
        } catch (Throwable thrown) {
            if (!saidThrown) {
                saidThrown = true;
                state.problem("'" + form + "' cannot be read: it threw "
                        + thrown.getClass().getName());
            }
            return null;
        }
    }
}
