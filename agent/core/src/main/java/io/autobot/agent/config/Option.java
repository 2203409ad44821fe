package io.autobot.agent.config;

import java.io.File;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One key of the configuration: everything that reading, checking and documenting it needs. All of them stand in
 * {@link Options}; an instance does not change after that class is initialised, so any thread may use it.
 *
 * <p>The type is told by a plain class object and not by a class per type: this is read before the application's
 * main, where every class costs start-up time. For the same reason what entries look like is told by regular
 * expressions that are not compiled before somebody sets the key.
 *
 * @param <T> what {@link Config#get(Option)} returns: Boolean, Integer, Duration, String, File, an enum,
 *     {@code double[]}, a list of strings or a map of strings
 */
public final class Option<T> {
    private final String key;
    private final Class<?> type;
    private final T defaultValue;
    private final String help;

    private long min = Long.MIN_VALUE;
    private long max = Long.MAX_VALUE;
    private String shortForm;
    private String example;
    private boolean secret;
    private boolean namesFile;
    private String entryForm;
    private String entryKey;
    private String entryValue;

    Option(String key, Class<?> type, T defaultValue, String help) {
        this.key = key;
        this.type = type;
        this.defaultValue = defaultValue;
        this.help = help;
    }

    /** Bounds of a number, or of a duration in milliseconds. */
    Option<T> range(long lowest, long highest) {
        min = lowest;
        max = highest;
        return this;
    }

    /** A second, shorter name that agent arguments may use. */
    Option<T> shortForm(String name) {
        shortForm = name;
        return this;
    }

    /** A value for the documentation. */
    Option<T> example(String value) {
        example = value;
        return this;
    }

    /** Never shown in a line, and taken from the environment alone: the other sources are seen by too many. */
    Option<T> secret() {
        secret = true;
        return this;
    }

    /** Tells which file is read, so that the file itself cannot set it. */
    Option<T> namesFile() {
        namesFile = true;
        return this;
    }

    /**
     * What each entry of a map has to look like.
     *
     * @param form the entry in words, as what follows "a map of"
     * @param keyPattern what its key has to match
     * @param valuePattern what its value has to match
     */
    Option<T> entries(String form, String keyPattern, String valuePattern) {
        entryForm = form;
        entryKey = keyPattern;
        entryValue = valuePattern;
        return this;
    }

    /**
     * What each item of a list has to look like.
     *
     * @param form the items in words, as what follows "a list of"
     * @param pattern what each has to match
     */
    Option<T> items(String form, String pattern) {
        entryForm = form;
        entryValue = pattern;
        return this;
    }

    /** The dotted key, with a placeholder such as {@code <name>} where one option stands for many keys. */
    public String key() {
        return key;
    }

    /** The value when no source sets one, {@code null} for none. */
    public T defaultValue() {
        return defaultValue;
    }

    /** What the key does, for people. */
    public String help() {
        return help;
    }

    /** The shorter name in agent arguments, {@code null} for none. */
    public String shortForm() {
        return shortForm;
    }

    /** A value as one would write it outside YAML, {@code null} for none. */
    public String example() {
        return example;
    }

    /** Whether the value must never be shown. */
    public boolean isSecret() {
        return secret;
    }

    /** Whether this source may set the key. */
    public boolean allowedIn(Source source) {
        return secret ? source == Source.ENVIRONMENT : !(namesFile && source == Source.FILE);
    }

    /** Whether the key holds a place for a name and so stands for many keys. */
    public boolean isPattern() {
        return key.indexOf('<') >= 0;
    }

    /** Whether values of several sources merge entry by entry. */
    public boolean isMap() {
        return type == Map.class;
    }

    /** What a value looks like, as the end of a sentence: {@code true or false}. */
    public String form() {
        if (type == Boolean.class) {
            return "true or false";
        }
        if (type == Integer.class) {
            return max == Integer.MAX_VALUE
                    ? "a whole number from " + min
                    : "a whole number from " + min + " to " + max;
        }
        if (type == Duration.class) {
            return "a duration from " + Values.text(Duration.ofMillis(min)) + " to "
                    + Values.text(Duration.ofMillis(max)) + ", such as 30s, 2m or 1h";
        }
        if (type == double[].class) {
            return "a list of seconds in ascending order, such as 0.001;0.01;0.1";
        }
        if (type == Map.class) {
            return "a map of " + entryForm + ", such as " + example;
        }
        if (type == List.class) {
            return "a list of " + entryForm + ", such as " + example;
        }
        if (type == File.class) {
            return "the path of a file";
        }
        if (type.isEnum()) {
            StringBuilder choices = new StringBuilder();
            for (Object constant : type.getEnumConstants()) {
                choices.append(choices.length() == 0 ? "one of " : ", ")
                        .append(constant.toString().toLowerCase(Locale.ROOT));
            }
            return choices.toString();
        }
        return "text";
    }

    Class<?> type() {
        return type;
    }

    /** Whether a map may hold this entry. */
    boolean acceptsEntry(String entry, String value) {
        return entry.matches(entryKey) && value.matches(entryValue);
    }

    /** Whether a list may hold this item. */
    boolean acceptsItem(String item) {
        return item.matches(entryValue);
    }

    boolean inRange(long number) {
        return min <= number && number <= max;
    }

    /** The name that stands at the placeholder in this key, {@code null} if the key is none of this pattern. */
    String nameIn(String concrete) {
        int open = key.indexOf('<');
        int after = key.length() - key.indexOf('>') - 1;
        int end = concrete.length() - after;
        if (open < 0
                || end <= open
                || !concrete.startsWith(key.substring(0, open))
                || !concrete.endsWith(key.substring(key.length() - after))) {
            return null;
        }
        String name = concrete.substring(open, end);
        return name.indexOf('.') < 0 ? name : null;
    }

    /** The concrete key for a name. */
    String keyFor(String name) {
        return key.substring(0, key.indexOf('<')).concat(name).concat(key.substring(key.indexOf('>') + 1));
    }
}
