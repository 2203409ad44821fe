package io.autobot.agent.llm;

import io.autobot.agent.http.HttpHeaders;
import java.time.Instant;
import java.time.format.DateTimeParseException;

/**
 * What a provider's headers say of its limits. OpenAI and those like it: {@code x-ratelimit-remaining-requests} and
 * times such as {@code 1m2.5s} or {@code 12ms}; Anthropic: {@code anthropic-ratelimit-requests-remaining} and RFC 3339
 * times; others count by minute and month. Any thread.
 */
final class RateLimits {
    private static final String[] REQUESTS = {
        "x-ratelimit-remaining-requests",
        "anthropic-ratelimit-requests-remaining",
        "x-ratelimit-remaining-requests-minute",
        "x-ratelimit-remaining-requests-day",
        "x-ratelimit-remaining-req-minute",
        "x-ratelimit-remaining-req-month",
        "x-ratelimit-remaining-minute",
        "x-ratelimit-remaining-month",
        "x-ratelimit-remaining"
    };

    private static final String[] TOKENS = {
        "x-ratelimit-remaining-tokens",
        "anthropic-ratelimit-tokens-remaining",
        "anthropic-ratelimit-input-tokens-remaining",
        "anthropic-ratelimit-output-tokens-remaining",
        "x-ratelimit-remaining-tokens-minute",
        "x-ratelimit-remaining-tokens-month"
    };

    private static final String[] RESETS = {
        "x-ratelimit-reset-requests", "anthropic-ratelimit-requests-reset", "x-ratelimit-reset", "retry-after"
    };

    private static final double MAX_SECONDS = 366.0 * 86_400;

    private RateLimits() {}

    /** Requests left, NaN if no header says. */
    static double requests(HttpHeaders headers) {
        return least(headers, REQUESTS);
    }

    /** Tokens left, NaN if no header says. */
    static double tokens(HttpHeaders headers) {
        return least(headers, TOKENS);
    }

    private static double least(HttpHeaders headers, String[] names) {
        double least = Double.NaN;
        for (String name : names) {
            double value = number(headers.first(name));
            if (value >= 0 && !(least <= value)) {
                least = value;
            }
        }
        return least;
    }

    /** Seconds until there are more, NaN if no header says. */
    static double reset(HttpHeaders headers, Instant now) {
        double milliseconds = number(headers.first("retry-after-ms"));
        if (milliseconds >= 0) {
            return milliseconds / 1000;
        }
        for (String name : RESETS) {
            String value = headers.first(name);
            double seconds = value == null ? Double.NaN : seconds(value.trim(), now);
            if (seconds >= 0 && seconds < MAX_SECONDS) {
                return seconds;
            }
        }
        return Double.NaN;
    }

    /** A time from now on: seconds, a duration in units, the seconds of an epoch, or a date. */
    static double seconds(String value, Instant now) {
        double plain = number(value);
        if (!Double.isNaN(plain)) {
            return plain > 1e9 ? Math.max(0, plain - now.getEpochSecond()) : plain;
        }
        if (value.indexOf('T') > 0) {
            try {
                return Math.max(0, (Instant.parse(value).toEpochMilli() - now.toEpochMilli()) / 1000.0);
            } catch (DateTimeParseException none) {
                return Double.NaN;
            }
        }
        return units(value);
    }

    private static double units(String value) {
        double total = 0;
        int at = 0;
        while (at < value.length()) {
            int start = at;
            while (at < value.length() && (Character.isDigit(value.charAt(at)) || value.charAt(at) == '.')) {
                at++;
            }
            int unit = at;
            while (at < value.length() && Character.isLetter(value.charAt(at))) {
                at++;
            }
            double number = number(value.substring(start, unit));
            double size = switch (value.substring(unit, at)) {
                case "ms" -> 0.001;
                case "s" -> 1;
                case "m" -> 60;
                case "h" -> 3_600;
                case "d" -> 86_400;
                default -> Double.NaN;
            };
            if (at == start || Double.isNaN(number) || Double.isNaN(size)) {
                return Double.NaN;
            }
            total += number * size;
        }
        return value.isEmpty() ? Double.NaN : total;
    }

    private static double number(String value) {
        if (value == null || value.isEmpty() || value.length() > 20) {
            return Double.NaN;
        }
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c != '.' && (c < '0' || c > '9')) {
                return Double.NaN;
            }
        }
        try {
            return Double.parseDouble(value);
        } catch (NumberFormatException none) {
            return Double.NaN;
        }
    }
}
