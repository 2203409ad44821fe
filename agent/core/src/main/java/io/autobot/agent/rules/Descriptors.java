package io.autobot.agent.rules;

import java.util.ArrayList;
import java.util.List;

/** Reads the descriptors of methods in class files. */
public final class Descriptors {
    private Descriptors() {}

    /** The types of the parameters as in source text, by their full names: {@code int}, {@code java.lang.String[]}. */
    public static List<String> parameters(String descriptor) {
        List<String> types = new ArrayList<>();
        int end = descriptor.indexOf(')');
        for (int at = 1; at < end; ) {
            int next = endOfType(descriptor, at);
            types.add(type(descriptor.substring(at, next)));
            at = next;
        }
        return types;
    }

    /** What is returned, in the same form. */
    public static String returned(String descriptor) {
        return type(descriptor.substring(descriptor.indexOf(')') + 1));
    }

    /** Whether such values are numbers or characters, which are no names. */
    public static boolean isNumber(String type) {
        return switch (type) {
            case "byte", "short", "int", "long", "float", "double", "char" -> true;
            default -> false;
        };
    }

    private static int endOfType(String descriptor, int at) {
        int element = at;
        while (descriptor.charAt(element) == '[') {
            element++;
        }
        return descriptor.charAt(element) == 'L' ? descriptor.indexOf(';', element) + 1 : element + 1;
    }

    private static String type(String described) {
        int dimensions = described.lastIndexOf('[') + 1;
        String element = described.substring(dimensions);
        String name = switch (element.charAt(0)) {
            case 'V' -> "void";
            case 'Z' -> "boolean";
            case 'B' -> "byte";
            case 'C' -> "char";
            case 'S' -> "short";
            case 'I' -> "int";
            case 'J' -> "long";
            case 'F' -> "float";
            case 'D' -> "double";
            default -> element.substring(1, element.length() - 1).replace('/', '.');
        };
        return name + "[]".repeat(dimensions);
    }
}
