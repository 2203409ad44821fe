package io.autobot.agent.tasks;

import java.lang.reflect.Method;

/** Turns names that a framework made of code into short ones: {@code Class.method}, {@code Class}. */
public final class TaskNames {
    /** An entry lives in the class it is about. */
    private static final ClassValue<String> OF_CLASSES = new ClassValue<>() {
        @Override
        protected String computeValue(Class<?> type) {
            return ofClass(type.getName());
        }
    };

    private TaskNames() {}

    /**
     * Of {@code java.lang.reflect.Method.toGenericString()}, or of a package, class and method; what looks like neither
     * is a name that somebody chose and stays as it is.
     */
    public static String ofSignature(String signature) {
        int parameters = signature.indexOf('(');
        if (parameters < 0 && namesAClass(signature)) {
            return ofMethod(signature);
        }
        int space = signature.lastIndexOf(' ', parameters);
        if (parameters < 0 || space < 0 || signature.lastIndexOf('.', parameters) < space) {
            return signature;
        }
        return ofMethod(signature.substring(space + 1, parameters));
    }

    /** Whether there is a package, then a word with a capital, then one more. */
    private static boolean namesAClass(String qualified) {
        int method = qualified.lastIndexOf('.');
        int type = qualified.lastIndexOf('.', method - 1);
        return type > 0 && Character.isUpperCase(qualified.charAt(type + 1));
    }

    /** Of a method and the class it is called on. */
    public static String ofMethod(Method method, Class<?> target) {
        return ofMethod(target.getName() + "." + method.getName());
    }

    /** Of a class's full name, a dot and a method. */
    public static String ofMethod(String qualified) {
        int dot = qualified.lastIndexOf('.');
        return dot < 0 ? qualified : ofClass(qualified.substring(0, dot)) + qualified.substring(dot);
    }

    /** As {@link #ofClass(String)}, without allocation for a class that was seen. */
    public static String ofClass(Class<?> type) {
        return OF_CLASSES.get(type);
    }

    /** Of a class's full name; a lambda, an anonymous class and a generated subclass are where they were written. */
    public static String ofClass(String className) {
        int generated = className.indexOf("$$");
        String written = generated > 0 ? className.substring(0, generated) : className;
        String simple = written.substring(written.lastIndexOf('.') + 1);
        int end = simple.length();
        while (end > 0 && Character.isDigit(simple.charAt(end - 1))) {
            end--;
        }
        if (end > 1 && end < simple.length() && simple.charAt(end - 1) == '$') {
            simple = simple.substring(0, end - 1);
        }
        return simple.substring(simple.lastIndexOf('$') + 1);
    }
}
