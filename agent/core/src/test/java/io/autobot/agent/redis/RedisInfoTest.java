package io.autobot.agent.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class RedisInfoTest {
    private static RedisServerSample parse(String info) {
        return RedisInfo.parse(info, "h:1");
    }

    @Test
    void readsWhatTheMetricsNeed() {
        RedisServerSample sample = parse("# Server\r\nredis_version:7.2.4\r\nredis_mode:standalone\r\nrun_id:abc\r\n"
                + "# Memory\r\nused_memory:1048576\r\nused_memory_human:1.00M\r\n# Replication\r\nrole:master\r\n"
                + "# Keyspace\r\ndb0:keys=3,expires=1,avg_ttl=0,subexpiry=0\r\ndb12:keys=40,expires=0,avg_ttl=0\r\n");
        assertThat(sample)
                .isEqualTo(new RedisServerSample(
                        "h:1", "abc", "7.2.4", "standalone", true, 1_048_576, Map.of(0, 3L, 12, 40L)));
    }

    @Test
    void whatIsNotThereIsUnknown() {
        RedisServerSample sample = parse("role:slave\n");
        assertThat(sample.master()).isFalse();
        assertThat(sample.version()).isEqualTo("unknown");
        assertThat(sample.mode()).isEqualTo("unknown");
        assertThat(sample.usedMemoryBytes()).isNegative();
        assertThat(sample.keysByIndex()).isEmpty();
        assertThat(sample.identity()).isEqualTo("h:1");
    }

    @Test
    void otherLinesThatBeginLikeADatabaseAreNotOne() {
        assertThat(parse("db_size:3\r\ndb0_distinct:keys\r\ndbsomething:keys=3\r\ndb1:keys=2\r\n")
                        .keysByIndex())
                .containsExactly(Map.entry(1, 2L));
    }
}
