package io.autobot.agent.endpoint;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;

/** Name and password of RFC 7617, compared in a time that says nothing about how much of them was right. */
final class BasicAuth {
    static final String CHALLENGE = "Basic realm=\"autobot-agent\", charset=\"UTF-8\"";
    private static final String SCHEME = "Basic ";

    private final byte[] expected;

    BasicAuth(String username, String password) {
        expected = (username + ":" + password).getBytes(StandardCharsets.UTF_8);
    }

    /** Whether this value of the {@code Authorization} header, {@code null} if absent, lets the request in. */
    boolean allows(String header) {
        if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return false;
        }
        try {
            byte[] given =
                    Base64.getDecoder().decode(header.substring(SCHEME.length()).trim());
            return MessageDigest.isEqual(given, expected);
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }
}
