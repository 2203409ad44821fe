package io.autobot.agent.json;

import java.nio.charset.StandardCharsets;

/** Reads the text of numbers. Any thread. */
public final class JsonNumbers {
    /** What is not a count. */
    public static final long NO_COUNT = -1;

    private static final int MAX_DIGITS = 15;

    private JsonNumbers() {}

    /** A whole number from 0 on, {@link #NO_COUNT} for anything else; {@code 7.0} and {@code 7e0} are 7. */
    public static long count(byte[] ascii, int length) {
        long value = 0;
        for (int i = 0; i < length; i++) {
            int digit = ascii[i] - '0';
            if (digit < 0 || digit > 9 || i == MAX_DIGITS) {
                return rounded(decimal(ascii, length));
            }
            value = value * 10 + digit;
        }
        return length == 0 ? NO_COUNT : value;
    }

    private static long rounded(double value) {
        return value >= 0 && value < 1e15 && value == Math.rint(value) ? (long) value : NO_COUNT;
    }

    /** Any number, NaN for what is none. */
    public static double decimal(byte[] ascii, int length) {
        try {
            return Double.parseDouble(new String(ascii, 0, length, StandardCharsets.US_ASCII));
        } catch (NumberFormatException none) {
            return Double.NaN;
        }
    }
}
