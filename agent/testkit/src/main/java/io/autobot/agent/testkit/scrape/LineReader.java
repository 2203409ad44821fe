package io.autobot.agent.testkit.scrape;

import java.util.LinkedHashMap;
import java.util.Map;

/** One line, read from left to right. */
final class LineReader {
    private final String line;
    private final int number;
    private int at;

    LineReader(String line, int number) {
        this.line = line;
        this.number = number;
    }

    AssertionError failure(String what) {
        return new AssertionError("line " + number + ": " + what + ": " + line);
    }

    void skip(int characters) {
        at += characters;
    }

    boolean atEnd() {
        return at >= line.length();
    }

    /** A metric name, which may hold colons, or a label name, which may not. */
    String name(boolean metric) {
        int start = at;
        while (!atEnd() && isNamePart(line.charAt(at), metric, at == start)) {
            at++;
        }
        if (at == start) {
            throw failure("a name expected at column " + (at + 1));
        }
        return line.substring(start, at);
    }

    Map<String, String> labels() {
        Map<String, String> labels = new LinkedHashMap<>();
        if (atEnd() || line.charAt(at) != '{') {
            return labels;
        }
        at++;
        while (peek() != '}') {
            String name = name(false);
            expect('=');
            if (labels.put(name, quoted()) != null) {
                throw failure("label " + name + " given twice");
            }
            if (peek() != '}') {
                expect(',');
            }
        }
        at++;
        return labels;
    }

    /** What follows at least one blank, to the end of the line. */
    String afterBlank() {
        if (peek() != ' ' && peek() != '\t') {
            throw failure("a blank expected at column " + (at + 1));
        }
        return line.substring(at + 1);
    }

    double number(String text) {
        switch (text) {
            case "+Inf":
                return Double.POSITIVE_INFINITY;
            case "-Inf":
                return Double.NEGATIVE_INFINITY;
            case "NaN":
                return Double.NaN;
            default:
                if (!text.matches("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?")) {
                    throw failure("not a number: " + text);
                }
                return Double.parseDouble(text);
        }
    }

    /** Resolves {@code \\} and {@code \n}, and {@code \"} in label values. */
    static String unescape(String text, boolean quotes) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '\\') {
                out.append(c);
                continue;
            }
            char next = i + 1 < text.length() ? text.charAt(++i) : ' ';
            if (next == 'n') {
                out.append('\n');
            } else if (next == '\\' || quotes && next == '"') {
                out.append(next);
            } else {
                throw new AssertionError("no such escape: \\" + next + " in " + text);
            }
        }
        return out.toString();
    }

    private String quoted() {
        expect('"');
        int start = at;
        while (peek() != '"') {
            at += peek() == '\\' ? 2 : 1;
        }
        String value = unescape(line.substring(start, at), true);
        at++;
        return value;
    }

    private void expect(char c) {
        if (peek() != c) {
            throw failure("'" + c + "' expected at column " + (at + 1));
        }
        at++;
    }

    private char peek() {
        if (atEnd()) {
            throw failure("the line ends too early");
        }
        return line.charAt(at);
    }

    private static boolean isNamePart(char c, boolean metric, boolean first) {
        return c >= 'a' && c <= 'z'
                || c >= 'A' && c <= 'Z'
                || c == '_'
                || metric && c == ':'
                || !first && c >= '0' && c <= '9';
    }
}
