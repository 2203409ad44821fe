package io.autobot.agent.llm;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Whether a regular expression from a price file may be used: the part of the language that names of models need.
 * Groups are optional at most and never repeated, so that no match can take a time that doubles with each character;
 * their number and that of alternatives is limited, for choices between parts that may be empty look at no character
 * and so are not seen by the limit of {@link ModelPattern}.
 *
 * <p>A wrong one is an {@code IllegalArgumentException} whose message is fit to be shown.
 */
final class PatternCheck {
    private static final int MAX_LENGTH = 200;
    private static final int MAX_GROUPS = 6;
    private static final int MAX_ALTERNATIVES = 40;

    private final String pattern;
    private int at;
    private int groups;
    private int alternatives;
    /** What a quantifier would apply to: nothing yet, a group, another quantifier, or else one character. */
    private Before before = Before.NOTHING;

    private enum Before {
        NOTHING,
        CHARACTER,
        GROUP,
        QUANTIFIER
    }

    private PatternCheck(String pattern) {
        this.pattern = pattern;
    }

    /** Checks a pattern and the template of a name made from its groups. */
    static void check(String pattern, String canonical) {
        if (pattern.length() > MAX_LENGTH) {
            throw wrong("is longer than " + MAX_LENGTH + " characters");
        }
        new PatternCheck(pattern).scan();
        int captured;
        try {
            captured = Pattern.compile(pattern).matcher("").groupCount();
        } catch (PatternSyntaxException syntax) {
            throw wrong("is no regular expression (" + syntax.getDescription() + ")");
        }
        for (int dollar = canonical.indexOf('$'); dollar >= 0; dollar = canonical.indexOf('$', dollar + 1)) {
            int group = dollar + 1 < canonical.length() ? canonical.charAt(dollar + 1) - '0' : 0;
            if (group < 1 || group > captured) {
                throw new IllegalArgumentException(
                        "in canonical, $ has to be followed by the number of a group of model_pattern, which has "
                                + captured);
            }
        }
    }

    private void scan() {
        while (at < pattern.length()) {
            char c = pattern.charAt(at++);
            switch (c) {
                case '\\' -> escaped();
                case '[' -> characters();
                case '(' -> open();
                case ')' -> before = Before.GROUP;
                case '|' -> alternative();
                case '*', '+', '?', '{' -> quantifier(c);
                default -> before = Before.CHARACTER;
            }
        }
    }

    private void escaped() {
        char c = at < pattern.length() ? pattern.charAt(at++) : 0;
        // Other letters and digits stand for references, quotations, boundaries, code points.
        if (Character.isLetterOrDigit(c) && "dDwWsS".indexOf(c) < 0) {
            throw wrong("has \\" + c + "; of these only \\d, \\w and \\s are taken");
        }
        before = Before.CHARACTER;
    }

    private void characters() {
        if (pattern.startsWith("^", at)) {
            at++;
        }
        if (pattern.startsWith("]", at)) {
            throw wrong("has nothing within [ ]; a bracket that is meant is written \\]");
        }
        while (at < pattern.length()) {
            char c = pattern.charAt(at++);
            if (c == ']') {
                break;
            } else if (c == '[' || c == '&') {
                throw wrong("has " + c + " within [ ]; write it with a backslash");
            } else if (c == '\\') {
                escaped();
            }
        }
        before = Before.CHARACTER;
    }

    private void open() {
        if (at < pattern.length() && pattern.charAt(at) == '?') {
            if (!pattern.startsWith("?:", at)) {
                throw wrong("has (?...); only (...) and (?:...) are taken");
            }
            at += 2;
        }
        if (++groups > MAX_GROUPS) {
            throw wrong("has more than " + MAX_GROUPS + " groups");
        }
        before = Before.NOTHING;
    }

    private void alternative() {
        if (++alternatives > MAX_ALTERNATIVES) {
            throw wrong("has more than " + MAX_ALTERNATIVES + " alternatives");
        }
        before = Before.NOTHING;
    }

    private void quantifier(char c) {
        if (before == Before.QUANTIFIER) {
            throw wrong("has a quantifier after another");
        }
        if (before == Before.GROUP && c != '?') {
            throw wrong("repeats a group, which is not taken; a group may be followed by ? alone");
        }
        while (c == '{' && at < pattern.length() && pattern.charAt(at++) != '}') {
            // To the end of the bounds, which the compiler checks.
        }
        before = Before.QUANTIFIER;
    }

    private static IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException("model_pattern " + what);
    }
}
