package io.autobot.agent.redis;

import java.util.Map;

/**
 * Names logical databases. Configuration {@code redis.databases} maps {@code [host:port/]index} to an alias; index 0
 * is {@code main} and n is {@code db<n>} otherwise. A host is matched as the application wrote it, then by address.
 */
public final class RedisDatabases {
    private final Map<String, String> aliases;

    /** @param aliases from {@code [host:port/]index} to name */
    public RedisDatabases(Map<String, String> aliases) {
        this.aliases = aliases;
    }

    /** The alias of this index on this server; {@code unknown} where the index is not known. */
    public String alias(RedisServer server, int index) {
        if (index < 0) {
            return "unknown";
        }
        if (!aliases.isEmpty()) {
            String alias = aliases.get(server.host() + ":" + server.port() + "/" + index);
            alias = alias == null ? aliases.get(server.address() + ":" + server.port() + "/" + index) : alias;
            alias = alias == null ? aliases.get(Integer.toString(index)) : alias;
            if (alias != null) {
                return alias;
            }
        }
        return index == 0 ? "main" : "db" + index;
    }
}
