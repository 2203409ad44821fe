package io.autobot.agent.rules;

import java.util.ArrayList;
import java.util.List;

/**
 * Which methods of which classes a rule means. Names are compared as they stand in class files: nested classes are
 * {@code Outer$Inner}.
 *
 * @param type the class's full name; {@code *} stands for any characters
 * @param method its method, likewise
 * @param parameters types in full or by their last name, {@code *} for any one; {@code null} for every overload
 */
public record MethodPattern(String type, String method, List<String> parameters) {
    private static final String[] NOT_OURS = {"java.", "jdk.", "sun.", "com.sun.", "io.autobot.agent."};

    /** What {@code com.acme.*.run} must not mean. */
    private static final List<String> OF_EVERY_OBJECT = List.of("toString", "hashCode", "equals", "clone", "finalize");

    /**
     * Reads {@code com.acme.OrderFlow.run}, with types in parentheses if one overload is meant.
     *
     * @throws IllegalArgumentException fit to be shown
     */
    static MethodPattern parse(String text) {
        int open = text.indexOf('(');
        String path = (open < 0 ? text : text.substring(0, open)).trim().replace('#', '.');
        int dot = path.lastIndexOf('.');
        if (dot <= 0 || dot == path.length() - 1) {
            throw new IllegalArgumentException(
                    "'method' needs a class and a method, as in com.acme.OrderFlow.run, not '" + text + "'");
        }
        String type = path.substring(0, dot);
        String method = path.substring(dot + 1);
        checkName(type, text);
        checkName(method, text);
        for (String prefix : NOT_OURS) {
            if (type.startsWith(prefix)) {
                throw new IllegalArgumentException(
                        "'method' names a class of the JDK or of the agent, which no rule may: '" + type + "'");
            }
        }
        int star = type.indexOf('*');
        if (star >= 0 && type.lastIndexOf('.', star) <= 0) {
            throw new IllegalArgumentException(
                    "'method' has to begin with a package, as in com.acme.*, not '" + type + "'");
        }
        return new MethodPattern(type, method, open < 0 ? null : parameters(text, open));
    }

    private static void checkName(String name, String text) {
        boolean part = false;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean letter = Character.isJavaIdentifierPart(c) || c == '*' || c == '-';
            if (!letter && (c != '.' || !part)) {
                throw new IllegalArgumentException("'method' holds a name that cannot be one: '" + text
                        + "'; it is written com.acme.OrderFlow.run, or with types, com.acme.OrderFlow.run(String,int)");
            }
            part = letter;
        }
    }

    private static List<String> parameters(String text, int open) {
        int close = text.indexOf(')');
        if (close != text.length() - 1) {
            throw new IllegalArgumentException(
                    "'method' has to end with the types of its arguments in parentheses, not '" + text + "'");
        }
        List<String> types = new ArrayList<>();
        String inside = text.substring(open + 1, close).trim();
        if (inside.isEmpty()) {
            return types;
        }
        if (inside.indexOf('<') >= 0) {
            throw new IllegalArgumentException(
                    "'method' has types with arguments of their own, which have to be left out: '" + text + "'");
        }
        for (String part : inside.split(",", -1)) {
            String type = part.trim().replace("...", "[]").replace(" ", "");
            if (type.isEmpty()) {
                throw new IllegalArgumentException("'method' has an empty type: '" + text + "'");
            }
            types.add(type);
        }
        return types;
    }

    /** Whether {@link #type} means more classes than one. */
    public boolean isOfManyTypes() {
        return Glob.isPattern(type);
    }

    /** Whether a method is meant, if its class is. */
    public boolean selects(String name, String descriptor) {
        if (name.startsWith("<") || !Glob.matches(method, name)) {
            return false;
        }
        if (Glob.isPattern(method) && OF_EVERY_OBJECT.contains(name)) {
            return false;
        }
        return parameters == null || takes(Descriptors.parameters(descriptor));
    }

    private boolean takes(List<String> types) {
        if (types.size() != parameters.size()) {
            return false;
        }
        for (int i = 0; i < types.size(); i++) {
            String wanted = parameters.get(i);
            String type = types.get(i);
            int last = Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')) + 1;
            if (!wanted.equals("*") && !wanted.equals(type) && !wanted.equals(type.substring(last))) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return type + '.' + method + (parameters == null ? "" : "(" + String.join(",", parameters) + ")");
    }
}
