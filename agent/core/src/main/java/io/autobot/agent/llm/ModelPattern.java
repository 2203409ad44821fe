package io.autobot.agent.llm;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A regular expression for the names of a model, and the one name that stands for all of them.
 *
 * <p>Matches whole names in any case. The expression may come from a user's file, and the name from a server: neither
 * can make a match take long. {@link PatternCheck} allows no form whose cost could double with every character, and
 * what remains (many {@code .*} in a row) ends after {@link #MAX_STEPS} characters looked at.
 *
 * <p>Compiled at the first use, since most services meet a few of some hundred models. Any thread.
 */
final class ModelPattern {
    /** Longer than any name of a model; what is longer matches nothing. */
    static final int MAX_NAME = 200;

    /** Far above what any sensible pattern needs for the longest name, and a few milliseconds at most. */
    static final int MAX_STEPS = 50_000;

    private final String pattern;
    private final String canonical;
    private final Runnable givenUp;
    private volatile Pattern compiled;
    private volatile boolean tooCostly;

    /**
     * @param pattern what passed {@link PatternCheck}
     * @param canonical the name for what matches, {@code $1} for the first group; empty to keep the name as it is
     * @param givenUp told when a match took too long, so that the pattern is used no more
     */
    ModelPattern(String pattern, String canonical, Runnable givenUp) {
        this.pattern = pattern;
        this.canonical = canonical;
        this.givenUp = givenUp;
    }

    /** The one name for this model, {@code null} if the pattern is not for it. */
    String canonical(String model) {
        if (tooCostly || model.length() > MAX_NAME) {
            return null;
        }
        Pattern known = compiled;
        if (known == null) {
            known = Pattern.compile(pattern, Pattern.CASE_INSENSITIVE);
            compiled = known;
        }
        Matcher matcher = known.matcher(new Steps(model));
        try {
            if (!matcher.matches()) {
                return null;
            }
        } catch (TooManySteps endless) {
            tooCostly = true;
            givenUp.run();
            return null;
        }
        String name = expand(matcher, model);
        return name.isEmpty() ? model : name;
    }

    private String expand(Matcher matcher, String model) {
        StringBuilder name = new StringBuilder(canonical.length() + 16);
        for (int i = 0; i < canonical.length(); i++) {
            char c = canonical.charAt(i);
            if (c != '$') {
                name.append(c);
                continue;
            }
            int group = canonical.charAt(++i) - '0';
            if (matcher.start(group) >= 0) {
                // One name for a model, in whatever case it was asked for.
                name.append(model.substring(matcher.start(group), matcher.end(group))
                        .toLowerCase(Locale.ROOT));
            }
        }
        return name.toString();
    }

    @Override
    public String toString() {
        return pattern;
    }

    /** A name that counts how often it is looked at. For one match. */
    private static final class Steps implements CharSequence {
        private final String text;
        private int left = MAX_STEPS;

        Steps(String text) {
            this.text = text;
        }

        @Override
        public char charAt(int index) {
            if (--left < 0) {
                throw new TooManySteps();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    private static final class TooManySteps extends RuntimeException {
        private static final long serialVersionUID = 1;

        TooManySteps() {
            super(null, null, false, false);
        }
    }
}
