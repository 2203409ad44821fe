package io.autobot.agent.spi;

/**
 * Matches methods by name and, where given, by exact parameter and return types. Plain strings on both sides: no
 * class of the library is looked at.
 */
public final class MethodMatch {
    private static final String LAMBDA = "lambda$";
    private static final String ANY = "*";

    private final String name;
    private final String parameters;
    private final String returns;

    private MethodMatch(String name, String parameters, String returns) {
        this.name = name;
        this.parameters = parameters;
        this.returns = returns;
    }

    /** Any overload of this name. */
    public static MethodMatch method(String name) {
        return new MethodMatch(name, null, null);
    }

    /** Any method; to be narrowed, or for methods that a {@link MethodSelection} chose already. */
    public static MethodMatch anyMethod() {
        return new MethodMatch(ANY, null, null);
    }

    /**
     * Any lambda within a method, as javac compiles it: what runs later, on another thread, when the method itself has
     * long returned. To be narrowed by {@link #takes} or {@link #returns}, because javac numbers them as it likes.
     */
    public static MethodMatch lambdaIn(String method) {
        return new MethodMatch(LAMBDA + method + "$", null, null);
    }

    /** Any constructor. */
    public static MethodMatch constructor() {
        return new MethodMatch("<init>", null, null);
    }

    /**
     * Narrows to exactly these parameter types, written as in Java source with binary names: {@code long},
     * {@code byte[][]}, {@code java.lang.String}.
     */
    public MethodMatch takes(String... types) {
        StringBuilder descriptor = new StringBuilder("(");
        for (String type : types) {
            descriptor.append(descriptor(type));
        }
        return new MethodMatch(name, descriptor.append(')').toString(), returns);
    }

    /** Narrows to exactly this return type, written as in {@link #takes}. */
    public MethodMatch returns(String type) {
        return new MethodMatch(name, parameters, descriptor(type));
    }

    /** Whether a method of this name and descriptor is meant. */
    public boolean matches(String methodName, String descriptor) {
        return matchesName(methodName)
                && (parameters == null || descriptor.startsWith(parameters))
                && (returns == null
                        || descriptor.substring(descriptor.indexOf(')') + 1).equals(returns));
    }

    private boolean matchesName(String methodName) {
        return name.startsWith(LAMBDA)
                ? methodName.startsWith(name)
                : methodName.equals(name) || name.equals(ANY) && !methodName.startsWith("<");
    }

    private static String descriptor(String type) {
        String element = type;
        StringBuilder dimensions = new StringBuilder();
        while (element.endsWith("[]")) {
            dimensions.append('[');
            element = element.substring(0, element.length() - 2);
        }
        String base = switch (element) {
            case "void" -> "V";
            case "boolean" -> "Z";
            case "byte" -> "B";
            case "char" -> "C";
            case "short" -> "S";
            case "int" -> "I";
            case "long" -> "J";
            case "float" -> "F";
            case "double" -> "D";
            default -> "L" + element.replace('.', '/') + ";";
        };
        return dimensions.append(base).toString();
    }

    @Override
    public String toString() {
        return name + (parameters == null ? "" : parameters) + (returns == null ? "" : returns);
    }
}
