package io.autobot.agent.simulator.wire;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.util.ajax.JSON;

/** JSON as maps, lists, texts, numbers, booleans and null. */
public final class Json {
    private static final JSON CODEC = new JSON();

    private Json() {}

    /** An object in the order given: name, value, name, value. */
    public static Map<String, Object> object(Object... namesAndValues) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            object.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return object;
    }

    /** The text of a document. */
    public static String write(Object document) {
        return CODEC.toJSON(document);
    }

    /** The object in a text; empty when it holds something else. */
    @SuppressWarnings("unchecked")
    public static Map<String, Object> readObject(String text) {
        try {
            Object read = CODEC.fromJSON(text);
            return read instanceof Map ? (Map<String, Object>) read : Map.of();
        } catch (RuntimeException notJson) {
            return Map.of();
        }
    }

    /** The text at a name, or null. */
    public static String text(Map<String, Object> object, String name) {
        return object.get(name) instanceof String text ? text : null;
    }

    /** The object at a name, or an empty one. */
    @SuppressWarnings("unchecked")
    public static Map<String, Object> at(Map<String, Object> object, String name) {
        return object.get(name) instanceof Map ? (Map<String, Object>) object.get(name) : Map.of();
    }

    /** The array at a name, or an empty one. */
    public static List<?> list(Map<String, Object> object, String name) {
        Object value = object.get(name);
        return value instanceof Object[] array ? List.of(array) : value instanceof List<?> list ? list : List.of();
    }
}
