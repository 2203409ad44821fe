package io.autobot.agent.config;

import java.io.File;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Turns what people write into values, and texts of foreign origin into lines. A wrong value is an
 * {@code IllegalArgumentException} fit to be shown.
 */
public final class Values {
    private static final int SHOWN = 80;

    private Values() {}

    /** Reads the value of an option; {@code given} is a text, or from YAML a list of texts. */
    static Object parse(Option<?> option, Object given) {
        Class<?> type = option.type();
        if (type == double[].class) {
            return bounds(option, items(given));
        }
        if (type == List.class) {
            return list(option, items(given));
        }
        if (given instanceof List<?>) {
            throw new IllegalArgumentException("a list stands where " + option.form() + " belongs");
        }
        String text = ((String) given).trim();
        if (text.isEmpty()) {
            throw new IllegalArgumentException("has no value; it takes " + option.form());
        }
        Object value = type == Map.class ? map(option, text) : scalar(option, type, text);
        if (value == null) {
            throw wrong(option, text);
        }
        return value;
    }

    /** Reads one entry of a map option. */
    static Map<String, String> entry(Option<?> option, String key, Object given) {
        Map<String, String> map = new LinkedHashMap<>();
        if (!(given instanceof String value)) {
            throw notAnEntry(option, key + "->" + given);
        }
        put(option, map, key, value);
        return map;
    }

    private static List<?> items(Object given) {
        return given instanceof List<?> list ? list : split((String) given);
    }

    private static Object scalar(Option<?> option, Class<?> type, String text) {
        if (type == String.class) {
            return text;
        }
        if (type == File.class) {
            return new File(text);
        }
        if (type == Boolean.class) {
            return bool(text);
        }
        if (type == Integer.class) {
            long number = number(text);
            return option.inRange(number) ? (int) number : null;
        }
        if (type == Duration.class) {
            long millis = millis(text);
            return option.inRange(millis) ? Duration.ofMillis(millis) : null;
        }
        for (Object constant : type.getEnumConstants()) {
            if (constant.toString().equalsIgnoreCase(text)) {
                return constant;
            }
        }
        return null;
    }

    private static Boolean bool(String text) {
        if (text.equalsIgnoreCase("true") || text.equalsIgnoreCase("yes") || text.equalsIgnoreCase("on")) {
            return true;
        }
        if (text.equalsIgnoreCase("false") || text.equalsIgnoreCase("no") || text.equalsIgnoreCase("off")) {
            return false;
        }
        return null;
    }

    /** A whole number that is not negative, else -1. */
    private static long number(String text) {
        if (text.isEmpty() || text.length() > 15) {
            return -1;
        }
        long number = 0;
        for (int i = 0; i < text.length(); i++) {
            char digit = text.charAt(i);
            if (digit < '0' || digit > '9') {
                return -1;
            }
            number = number * 10 + digit - '0';
        }
        return number;
    }

    /** Milliseconds, or -1: a number without a unit is refused, for everybody would guess another one. */
    private static long millis(String text) {
        int digits = 0;
        while (digits < text.length() && Character.isDigit(text.charAt(digits))) {
            digits++;
        }
        long factor = switch (text.substring(digits).trim()) {
            case "ms" -> 1;
            case "s" -> 1_000;
            case "m" -> 60_000;
            case "h" -> 3_600_000;
            default -> -1;
        };
        long number = number(text.substring(0, digits));
        return factor < 0 || number < 0 || number > Long.MAX_VALUE / factor ? -1 : number * factor;
    }

    /** A duration as one writes it. */
    static String text(Duration duration) {
        long millis = duration.toMillis();
        if (millis % 3_600_000 == 0) {
            return millis / 3_600_000 + "h";
        }
        if (millis % 60_000 == 0) {
            return millis / 60_000 + "m";
        }
        return millis % 1_000 == 0 ? millis / 1_000 + "s" : millis + "ms";
    }

    private static double[] bounds(Option<?> option, List<?> items) {
        double[] bounds = new double[items.size()];
        for (int i = 0; i < bounds.length; i++) {
            String item = String.valueOf(items.get(i)).trim();
            try {
                bounds[i] = Double.parseDouble(item);
            } catch (NumberFormatException notANumber) {
                throw wrong(option, item);
            }
            // Written so that NaN fails too.
            boolean ascends = bounds[i] >= 0 && (i == 0 || bounds[i] > bounds[i - 1]);
            if (!ascends || Double.isInfinite(bounds[i])) {
                throw wrong(option, item);
            }
        }
        requireAny(option, items);
        return bounds;
    }

    private static List<String> list(Option<?> option, List<?> items) {
        requireAny(option, items);
        List<String> list = new ArrayList<>(items.size());
        for (Object given : items) {
            String item = String.valueOf(given).trim();
            if (!option.acceptsItem(item)) {
                throw notAnEntry(option, item);
            }
            list.add(item);
        }
        return List.copyOf(list);
    }

    private static void requireAny(Option<?> option, List<?> items) {
        if (items.isEmpty()) {
            throw new IllegalArgumentException("has no value; it takes " + option.form());
        }
    }

    private static Map<String, String> map(Option<?> option, String text) {
        Map<String, String> map = new LinkedHashMap<>();
        for (String item : split(text)) {
            int arrow = item.indexOf("->");
            if (arrow < 0) {
                throw notAnEntry(option, item);
            }
            put(option, map, item.substring(0, arrow), item.substring(arrow + 2));
        }
        return map;
    }

    private static void put(Option<?> option, Map<String, String> map, String key, String value) {
        if (!option.acceptsEntry(key.trim(), value.trim())) {
            throw notAnEntry(option, key.trim() + "->" + value.trim());
        }
        map.put(key.trim(), value.trim());
    }

    private static List<String> split(String text) {
        List<String> items = new ArrayList<>();
        int start = 0;
        for (int end = 0; end <= text.length(); end++) {
            if (end == text.length() || text.charAt(end) == ';') {
                String item = text.substring(start, end).trim();
                if (!item.isEmpty()) {
                    items.add(item);
                }
                start = end + 1;
            }
        }
        return items;
    }

    private static IllegalArgumentException wrong(Option<?> option, String text) {
        return new IllegalArgumentException("'" + shown(text) + "' is not " + option.form());
    }

    private static IllegalArgumentException notAnEntry(Option<?> option, String text) {
        return new IllegalArgumentException("'" + shown(text) + "' is not an entry for " + option.form());
    }

    /** A text of foreign origin, made fit for one line: no control characters, no great length. */
    public static String shown(String text) {
        int length = Math.min(text.length(), SHOWN);
        StringBuilder shown = new StringBuilder(length + 3);
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            shown.append(Character.isISOControl(c) || c == '\u2028' || c == '\u2029' ? '?' : c);
        }
        return text.length() > SHOWN ? shown.append("...").toString() : shown.toString();
    }
}
