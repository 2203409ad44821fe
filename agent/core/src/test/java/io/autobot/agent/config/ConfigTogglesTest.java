package io.autobot.agent.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.autobot.agent.status.Group;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigTogglesTest {
    private static final Set<String> NAMES = Set.of("jedis", "java-http-client");

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                // own, group, default-enabled, on by default; on?
                "-, -, -, true, true",
                "-, -, -, false, false",
                "-, -, true, false, false",
                "-, -, false, true, false",
                "-, true, false, true, true",
                "-, true, -, false, true",
                "-, false, true, true, false",
                "true, false, false, false, true",
                "false, true, true, true, false"
            })
    void theOwnKeyBeatsTheGroupsWhichBeatsTheDefault(
            String own, String group, String byDefault, boolean on, boolean expected) {
        StringBuilder text = new StringBuilder();
        append(text, "instrumentations.jedis.enabled", own);
        append(text, "instrumentations.redis.enabled", group);
        append(text, "instrumentations.default-enabled", byDefault);
        Config config =
                Config.load(new Sources().agentArguments(text.toString()).instrumentations(NAMES));

        assertThat(config.problems()).isEmpty();
        assertThat(config.instrumentationEnabled("jedis", Group.REDIS, on)).isEqualTo(expected);
    }

    private static void append(StringBuilder text, String key, String value) {
        if (value != null) {
            text.append(key).append('=').append(value).append(',');
        }
    }

    @Test
    void eachSourceTurnsAnInstrumentationOff(@TempDir Path directory) throws Exception {
        String key = "instrumentations.java-http-client.enabled";
        Files.writeString(
                directory.resolve("autobot-agent.yaml"), "instrumentations:\n  java-http-client:\n    enabled: off\n");
        Sources[] all = {
            new Sources().agentArguments(key + "=false"),
            new Sources().systemProperties(Map.of("autobot." + key, "false")),
            new Sources().environment(Map.of("AUTOBOT_INSTRUMENTATIONS_JAVA_HTTP_CLIENT_ENABLED", "false")),
            new Sources().jarDirectory(directory.toFile())
        };
        for (Sources sources : all) {
            Config config = Config.load(sources.instrumentations(NAMES));
            assertThat(config.problems()).isEmpty();
            assertThat(config.instrumentationEnabled("java-http-client", Group.HTTP, true))
                    .isFalse();
            assertThat(config.instrumentationEnabled("jedis", Group.REDIS, true))
                    .isTrue();
        }
    }

    @Test
    void eachSourceTurnsTheAgentOff(@TempDir Path directory) throws Exception {
        Files.writeString(directory.resolve("autobot-agent.yaml"), "enabled: false");
        Sources[] all = {
            new Sources().agentArguments("enabled=false"),
            new Sources().systemProperties(Map.of("autobot.enabled", "false")),
            new Sources().environment(Map.of("AUTOBOT_ENABLED", "false")),
            new Sources().jarDirectory(directory.toFile())
        };
        for (Sources sources : all) {
            assertThat(Config.load(sources).get(Options.ENABLED)).isFalse();
        }
    }

    @Test
    void defaultEnabledIsNotTakenForAnInstrumentationOfThatName() {
        Config config = Config.load(new Sources()
                .environment(Map.of("AUTOBOT_INSTRUMENTATIONS_DEFAULT_ENABLED", "false"))
                .instrumentations(Set.of("default")));

        assertThat(config.get(Options.INSTRUMENTATIONS_DEFAULT_ENABLED)).isFalse();
        assertThat(config.get(Options.INSTRUMENTATION_ENABLED, "default")).isNull();
    }
}
