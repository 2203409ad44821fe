package io.autobot.agent.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class RedisDatabasesTest {
    private static final RedisServer SERVER = new RedisServer("cache.example", "192.0.2.1", 6379);

    private static String alias(Map<String, String> aliases, int index) {
        return new RedisDatabases(aliases).alias(SERVER, index);
    }

    @Test
    void withoutConfigurationTheIndexNamesTheDatabase() {
        assertThat(alias(Map.of(), 0)).isEqualTo("main");
        assertThat(alias(Map.of(), 7)).isEqualTo("db7");
        assertThat(alias(Map.of(), -1)).isEqualTo("unknown");
    }

    @Test
    void theHostAsWrittenGoesBeforeTheAddressAndBothBeforeTheIndex() {
        String byHost = "cache.example:6379/1";
        String byAddress = "192.0.2.1:6379/1";
        assertThat(alias(Map.of(byHost, "host", byAddress, "address", "1", "index"), 1))
                .isEqualTo("host");
        assertThat(alias(Map.of(byAddress, "address", "1", "index"), 1)).isEqualTo("address");
        assertThat(alias(Map.of("1", "index"), 1)).isEqualTo("index");
    }

    @Test
    void anotherServersAliasDoesNotApply() {
        assertThat(alias(Map.of("cache.example:6380/1", "other", "cache.example:6379/2", "two"), 1))
                .isEqualTo("db1");
        assertThat(alias(Map.of("1", "index"), -1)).isEqualTo("unknown");
    }
}
