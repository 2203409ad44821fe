package io.autobot.agent.rules;

/** Names with {@code *} for any number of any characters. */
public final class Glob {
    private Glob() {}

    /** Whether a text is what the pattern means. */
    public static boolean matches(String pattern, String text) {
        int at = 0;
        int in = 0;
        int star = -1;
        int retry = 0;
        while (at < text.length()) {
            if (in < pattern.length() && pattern.charAt(in) == '*') {
                star = in++;
                retry = at;
            } else if (in < pattern.length() && pattern.charAt(in) == text.charAt(at)) {
                in++;
                at++;
            } else if (star >= 0) {
                in = star + 1;
                at = ++retry;
            } else {
                return false;
            }
        }
        while (in < pattern.length() && pattern.charAt(in) == '*') {
            in++;
        }
        return in == pattern.length();
    }

    /** Whether this is more than a plain name. */
    public static boolean isPattern(String text) {
        return text.indexOf('*') >= 0;
    }
}
