package io.autobot.agent.testkit.redis;

import java.util.HashMap;
import java.util.Map;

/** The {@code name:value} lines that INFO and CLUSTER INFO answer. */
final class InfoText {
    private InfoText() {}

    static Map<String, String> fields(String info) {
        Map<String, String> fields = new HashMap<>();
        for (String line : info.split("\r\n")) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                fields.put(line.substring(0, colon), line.substring(colon + 1));
            }
        }
        return fields;
    }
}
