package io.autobot.agent.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigSecretsTest {
    @TempDir
    Path directory;

    @Test
    void theEnvironmentGivesSecrets() {
        Config config = Config.load(new Sources()
                .environment(Map.of("AUTOBOT_ENDPOINT_PASSWORD", "a", "AUTOBOT_ENDPOINT_TLS_KEYSTORE_PASSWORD", "b")));

        assertThat(config.problems()).isEmpty();
        assertThat(config.get(Options.ENDPOINT_PASSWORD)).isEqualTo("a");
        assertThat(config.get(Options.ENDPOINT_TLS_KEYSTORE_PASSWORD)).isEqualTo("b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "endpoint.password=hunter2",
                "endpoint.password=x,hunter2",
                "endpoint.password=x,hunter2=",
                "endpoint.password=x,hunter2=y,port=1",
                "password=x,hunter2",
                "endpoint.tls.keystore-password=hunter2"
            })
    void agentArgumentsDoNotAndNoLineShowsThem(String arguments) {
        Config config = Config.load(new Sources().agentArguments(arguments));

        assertThat(config.get(Options.ENDPOINT_PASSWORD)).isNull();
        assertThat(config.get(Options.ENDPOINT_TLS_KEYSTORE_PASSWORD)).isNull();
        assertThat(config.problems()).isNotEmpty().noneMatch(line -> line.contains("hunter2"));
    }

    @Test
    void theLineSaysWhereSecretsBelong() {
        Config config = Config.load(new Sources().systemProperties(Map.of("autobot.endpoint.password", "hunter2")));

        assertThat(config.problems())
                .containsExactly(
                        "system property 'autobot.endpoint.password': a secret is taken from the environment "
                                + "variable 'AUTOBOT_ENDPOINT_PASSWORD' or the file named by 'endpoint.password-file' only; ignored");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hunter2",
                "'hunter2'",
                "{hunter2}",
                "{hunter2: {hunter2: x}}",
                "{x: *hunter2}",
                "[hunter2, [x]]",
                "*hunter2",
                "&hunter2 x",
                "!hunter2 x",
                "!hunter2!x y",
                "@hunter2",
                "%hunter2",
                "'hunter2",
                "|\n    hunter2",
                "hunter2: x"
            })
    void theFileDoesNotAndNoLineShowsThem(String value) throws Exception {
        Files.writeString(
                directory.resolve("autobot-agent.yaml"), "endpoint:\n  username: me\n  password: " + value + "\n");
        Config config = Config.load(new Sources().jarDirectory(directory.toFile()));

        assertThat(config.get(Options.ENDPOINT_PASSWORD)).isNull();
        assertThat(config.get(Options.ENDPOINT_USERNAME)).isEqualTo("me");
        assertThat(config.problems()).isNotEmpty().noneMatch(line -> line.contains("hunter2"));
    }

    @Test
    void nothingPrintsASecretByAccident() {
        Sources sources = new Sources().environment(Map.of("AUTOBOT_ENDPOINT_PASSWORD", "hunter2"));

        assertThat(sources.toString() + Config.load(sources)).doesNotContain("hunter2");
    }
}
