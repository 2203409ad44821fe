package io.autobot.agent.endpoint;

/** Writes JSON: the commas, the quotes and the escapes. The caller keeps objects and arrays balanced. */
final class Json {
    private final StringBuilder out = new StringBuilder(1_024);
    private boolean comma;

    Json open(char bracket) {
        separate();
        out.append(bracket);
        comma = false;
        return this;
    }

    Json close(char bracket) {
        out.append(bracket);
        comma = true;
        return this;
    }

    Json name(String name) {
        separate();
        quote(name);
        out.append(':');
        comma = false;
        return this;
    }

    /** A string, {@code null} as JSON's null. */
    Json value(String value) {
        separate();
        if (value == null) {
            out.append("null");
        } else {
            quote(value);
        }
        comma = true;
        return this;
    }

    Json value(long value) {
        return literal(Long.toString(value));
    }

    Json value(boolean value) {
        return literal(Boolean.toString(value));
    }

    private Json literal(String value) {
        separate();
        out.append(value);
        comma = true;
        return this;
    }

    private void separate() {
        if (comma) {
            out.append(',');
        }
    }

    private void quote(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                out.append(c).append(text.charAt(++i));
            } else if (Character.isSurrogate(c)) {
                // Half a character has no encoding.
                out.append('\uFFFD');
            } else if (c < ' ' || (c >= '\u007F' && c < '\u00A0') || c == '\u2028' || c == '\u2029') {
                escape(c);
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }

    private void escape(char c) {
        String hex = Integer.toHexString(c);
        out.append("\\u").append("0".repeat(4 - hex.length())).append(hex);
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
