package io.autobot.agent.flows;

import java.util.concurrent.ConcurrentHashMap;

/**
 * The label values of one rule: at most {@value #MOST}, and none that looks as if there were one for each call. Any
 * thread; a known value is found without a lock and without allocation.
 */
final class FlowLabels {
    static final int MOST = 100;

    private static final int MAX_LENGTH = 64;
    private static final int MAX_DIGITS = 5;
    private static final int HASH = 16;

    private final FlowState state;
    private final String field;
    private final ConcurrentHashMap<String, FlowLabel> known = new ConcurrentHashMap<>();
    private final FlowLabel unknown = new FlowLabel("unknown");
    private final FlowLabel other = new FlowLabel("other");
    private FlowLabel constant;

    /** Said once; racing threads say the same, which the board keeps once. */
    private boolean saidFull;

    private boolean saidRefused;
    private boolean saidNoName;

    /** @param field what of the rule they are values of, for people */
    FlowLabels(FlowState state, String field) {
        this.state = state;
        this.field = field;
    }

    /** Where nobody can tell. */
    FlowLabel unknown() {
        return unknown;
    }

    /** The label of what a call told. */
    FlowLabel of(Object value) {
        if (value == null) {
            return unknown;
        }
        String text = FlowText.of(value);
        if (text == null) {
            return noName(value);
        }
        FlowLabel label = known.get(text);
        return label != null ? label : admit(text);
    }

    /** The label that stands in the rule, whatever it looks like. */
    FlowLabel constant(String text) {
        FlowLabel label = constant;
        if (label == null) {
            label = new FlowLabel(text);
            constant = label;
        }
        return label;
    }

    private FlowLabel admit(String text) {
        if (text.isBlank()) {
            return unknown;
        }
        if (looksLikeAnId(text)) {
            if (!saidRefused) {
                saidRefused = true;
                state.problem("'" + field + "' was given what looks like an id, a number or a long text instead of a"
                        + " name; such values count as \"other\"");
            }
            return other;
        }
        synchronized (this) {
            FlowLabel label = known.get(text);
            if (label == null && known.size() < MOST) {
                label = new FlowLabel(text);
                known.put(text, label);
            }
            if (label != null) {
                return label;
            }
        }
        if (!saidFull) {
            saidFull = true;
            state.problem("'" + field + "' was given more than " + MOST + " different values; further ones count as"
                    + " \"other\"");
        }
        return other;
    }

    private FlowLabel noName(Object value) {
        if (!saidNoName) {
            saidNoName = true;
            state.problem("'" + field + "' was given a " + value.getClass().getName()
                    + ", which is neither a text nor an enum; name a getter of it, as in $1.kind");
        }
        return unknown;
    }

    /** A number, a hash, a UUID, or anything with a number of more than {@value #MAX_DIGITS} digits in it. */
    static boolean looksLikeAnId(String text) {
        if (text.length() > MAX_LENGTH) {
            return true;
        }
        int digits = 0;
        int run = 0;
        int hex = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean digit = c >= '0' && c <= '9';
            run = digit ? run + 1 : 0;
            if (run > MAX_DIGITS) {
                return true;
            }
            digits += digit ? 1 : 0;
            hex += digit || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F' || c == '-' ? 1 : 0;
        }
        boolean onlyDigits = digits > 0 && isNumber(text);
        return onlyDigits || hex == text.length() && text.length() >= HASH && digits > 0;
    }

    private static boolean isNumber(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < '0' || c > '9') && c != '.' && c != ',' && c != '-' && c != '+') {
                return false;
            }
        }
        return true;
    }
}
