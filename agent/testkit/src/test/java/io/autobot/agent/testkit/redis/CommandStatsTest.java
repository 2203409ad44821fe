package io.autobot.agent.testkit.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.autobot.agent.testkit.redis.CommandStats.Counts;
import org.junit.jupiter.api.Test;

class CommandStatsTest {
    private static final String INFO = "# Commandstats\r\n"
            + "cmdstat_get:calls=5,usec=10,usec_per_call=2.00,rejected_calls=1,failed_calls=2\r\n"
            + "cmdstat_config|get:calls=2,usec=10,usec_per_call=5.00,rejected_calls=0,failed_calls=0\r\n"
            + "cmdstat_config|set:calls=3,usec=10,usec_per_call=5.00,rejected_calls=0,failed_calls=0\r\n"
            + "cmdstat_client:calls=1,usec=10,usec_per_call=5.00\r\n";

    @Test
    void countsAreReadByCommand() {
        CommandStats stats = CommandStats.parse(INFO);
        assertThat(stats.of("get")).isEqualTo(new Counts(5, 1, 2));
        assertThat(stats.attempts("get")).isEqualTo(6);
        assertThat(stats.calls("config_get")).isEqualTo(2);
        assertThat(stats.of("client")).isEqualTo(new Counts(1, 0, 0));
        assertThat(stats.calls("set")).isZero();
    }

    @Test
    void subCommandsFoldIntoTheirCommand() {
        assertThat(CommandStats.parse(INFO).folded().byName()).containsOnlyKeys("client", "config", "get");
        assertThat(CommandStats.parse(INFO).folded().calls("config")).isEqualTo(5);
    }

    @Test
    void aDifferenceHoldsOnlyWhatChanged() {
        CommandStats later = CommandStats.parse(INFO.replace("calls=5,", "calls=9,"));
        assertThat(later.minus(CommandStats.parse(INFO)).byName()).containsOnlyKeys("get");
        assertThat(later.minus(CommandStats.parse(INFO)).calls("get")).isEqualTo(4);
    }

    @Test
    void sumsCoverBothServers() {
        CommandStats other = CommandStats.parse("cmdstat_set:calls=7,usec=1\r\ncmdstat_get:calls=1,usec=1\r\n");
        CommandStats sum = CommandStats.parse(INFO).plus(other);
        assertThat(sum.calls("get")).isEqualTo(6);
        assertThat(sum.calls("set")).isEqualTo(7);
    }
}
