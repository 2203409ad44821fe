package io.autobot.agent.rules;

import java.util.ArrayList;
import java.util.List;

/**
 * Where a rule takes a value from.
 *
 * @param argument of {@link Source#ARGUMENT}, counted from 0; else -1
 * @param getters asked one after the other; empty for the object itself
 * @param constant of {@link Source#CONSTANT}, else {@code null}
 */
public record ValueForm(Source source, int argument, List<String> getters, String constant) {
    private static final int MAX_GETTERS = 4;
    private static final int MAX_CONSTANT = 100;

    /** What is asked. */
    public enum Source {
        /** Nothing: it stands in the rule. */
        CONSTANT,
        /** The name of the class of the object that is called, without its package. */
        CLASS,
        /** The method's name. */
        METHOD,
        /** Both, with a dot between. */
        CLASS_AND_METHOD,
        /** An argument of the call, as it begins. */
        ARGUMENT,
        /** The object that is called, as the call begins. */
        THIS,
        /** What the call gives back, or what a future or publisher that it gives back comes to. */
        RETURNED
    }

    /** Of the code's own names. */
    static ValueForm of(Source source) {
        return new ValueForm(source, -1, List.of(), null);
    }

    /**
     * Reads {@code order}, {@code $1}, {@code $1.kind}, {@code $this.name}, {@code $return}, {@code class}.
     *
     * @throws IllegalArgumentException fit to be shown
     */
    static ValueForm parse(String field, String text) {
        switch (text) {
            case "class":
                return of(Source.CLASS);
            case "method":
                return of(Source.METHOD);
            case "class.method":
                return of(Source.CLASS_AND_METHOD);
            default:
                return text.startsWith("$") ? ofCall(field, text) : constant(field, text);
        }
    }

    private static ValueForm constant(String field, String text) {
        boolean quoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
        String constant = quoted ? text.substring(1, text.length() - 1) : text;
        if (constant.isBlank() || constant.length() > MAX_CONSTANT) {
            throw new IllegalArgumentException(
                    "'" + field + "' has to be a name of 1 to " + MAX_CONSTANT + " characters");
        }
        return new ValueForm(Source.CONSTANT, -1, List.of(), constant);
    }

    private static ValueForm ofCall(String field, String text) {
        String[] parts = text.substring(1).split("\\.", -1);
        List<String> getters = new ArrayList<>();
        for (int i = 1; i < parts.length; i++) {
            String getter = parts[i].endsWith("()") ? parts[i].substring(0, parts[i].length() - 2) : parts[i];
            if (!isName(getter)) {
                throw unknown(field, text);
            }
            getters.add(getter);
        }
        if (getters.size() > MAX_GETTERS) {
            throw new IllegalArgumentException("'" + field + "' asks more than " + MAX_GETTERS + " getters: " + text);
        }
        List<String> asked = List.copyOf(getters);
        if (parts[0].equals("this") && !asked.isEmpty()) {
            return new ValueForm(Source.THIS, -1, asked, null);
        }
        if (parts[0].equals("return")) {
            return new ValueForm(Source.RETURNED, -1, asked, null);
        }
        if (parts[0].matches("[1-9]\\d{0,2}")) {
            return new ValueForm(Source.ARGUMENT, Integer.parseInt(parts[0]) - 1, asked, null);
        }
        throw unknown(field, text);
    }

    private static boolean isName(String text) {
        if (text.isEmpty() || !Character.isJavaIdentifierStart(text.charAt(0))) {
            return false;
        }
        for (int i = 1; i < text.length(); i++) {
            if (!Character.isJavaIdentifierPart(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static IllegalArgumentException unknown(String field, String text) {
        return new IllegalArgumentException("'" + field + "' is '" + text + "', which means nothing; write $1 for the"
                + " first argument, $this.name, $return, each with getters as in $1.kind, or a plain name");
    }

    /** As one writes it. */
    @Override
    public String toString() {
        String root = switch (source) {
            case CONSTANT -> constant;
            case CLASS -> "class";
            case METHOD -> "method";
            case CLASS_AND_METHOD -> "class.method";
            case ARGUMENT -> "$" + (argument + 1);
            case THIS -> "$this";
            case RETURNED -> "$return";
        };
        return getters.isEmpty() ? root : root + '.' + String.join(".", getters);
    }
}
