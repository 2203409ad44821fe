package io.autobot.agent.redis;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads the reply to INFO: lines {@code key:value}, and {@code db0:keys=1,expires=0,...} for each database. */
final class RedisInfo {
    private static final Pattern DATABASE = Pattern.compile("db[0-9]{1,9}");

    private RedisInfo() {}

    static RedisServerSample parse(String info, String address) {
        Map<String, String> lines = new HashMap<>();
        Map<Integer, Long> keys = new HashMap<>();
        for (String line : info.split("\r?\n")) {
            int colon = line.indexOf(':');
            if (colon < 0) {
                continue;
            }
            String key = line.substring(0, colon);
            String value = line.substring(colon + 1);
            if (DATABASE.matcher(key).matches() && value.startsWith("keys=")) {
                keys.put(Integer.valueOf(key.substring(2)), keys(value));
            } else {
                lines.put(key, value);
            }
        }
        String memory = lines.get("used_memory");
        return new RedisServerSample(
                address,
                lines.getOrDefault("run_id", ""),
                lines.getOrDefault("redis_version", "unknown"),
                lines.getOrDefault("redis_mode", "unknown"),
                "master".equals(lines.get("role")),
                memory == null ? -1 : Long.parseLong(memory),
                keys);
    }

    private static Long keys(String value) {
        int end = value.indexOf(',');
        return Long.valueOf(value.substring("keys=".length(), end < 0 ? value.length() : end));
    }
}
