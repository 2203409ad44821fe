package io.autobot.agent.smoke.survival;

import static org.assertj.core.api.Assertions.assertThat;

import io.autobot.agent.testkit.jvm.AgentJar;
import io.autobot.agent.testkit.jvm.ForkedJvm;
import io.autobot.agent.testkit.jvm.ForkedJvms;
import io.autobot.agent.testkit.jvm.Jdk;
import io.autobot.agent.testkit.jvm.Jdks;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The endpoint of a real JVM is the one that was configured. */
class EndpointInServiceTest {
    private static final String HEALTH = "/api/monitoring/health/metrics";
    private static final String SECRET = "correct horse";

    @RegisterExtension
    final ForkedJvms jvms = new ForkedJvms();

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aPasswordFromAFileOrTheEnvironmentIsAskedFor(boolean fromFile) throws IOException {
        Path file = Files.writeString(folder.resolve("password"), (fromFile ? SECRET : "another") + "\n");
        Talk talk = new Talk(jvms.start(TestServices.on(Jdks.jdk17())
                .environment("AUTOBOT_ENDPOINT_PASSWORD", fromFile ? null : SECRET)
                .agent("port=0,endpoint.username=prometheus,endpoint.password-file=" + file)));
        String url = talk.jvm().endpointUrl();

        assertThat(Http.get(url + "/metrics").statusCode()).isEqualTo(401);
        assertThat(Http.get(url + "/metrics", "Authorization", Http.basic("prometheus", "wrong"))
                        .statusCode())
                .isEqualTo(401);
        assertThat(Http.get(url + "/metrics", "Authorization", Http.basic("prometheus", SECRET))
                        .body())
                .contains("autobot_build_info");
        assertThat(Http.get(url + HEALTH).statusCode()).as("health is open").isEqualTo(200);
        assertThat(talk.end().stderr()).hasSize(1).noneMatch(line -> line.contains(SECRET));
    }

    @ParameterizedTest
    @ValueSource(ints = {17, 25})
    void aKeyStoreMakesItTls(int feature) throws Exception {
        Path store = keyStore(Jdks.of(feature));
        Path password = Files.writeString(folder.resolve("password"), SECRET);
        Talk talk = new Talk(jvms.start(TestServices.on(Jdks.of(feature))
                .agent("port=0,endpoint.tls.keystore=" + store + ",endpoint.tls.keystore-password-file=" + password)));
        String url = talk.jvm().endpointUrl();

        assertThat(url).startsWith("https://");
        assertThat(Http.get(trusting(store), url + "/metrics").body()).contains("autobot_build_info");
        assertThat(talk.end().stderr()).hasSize(1).noneMatch(line -> line.contains(SECRET));
    }

    @Test
    void aTargetFileNamesTheAddressWhileTheServiceLives() throws IOException {
        Path target = folder.resolve("target.json");
        Talk talk = new Talk(
                jvms.start(TestServices.on(Jdks.jdk25()).agent("port=0,host=127.0.0.1,endpoint.file-sd=" + target)));
        int port = talk.jvm().endpointPort();

        assertThat(Files.readString(target)).contains(":" + port + "\"");
        assertThat(talk.jvm().stderr()).first().asString().contains("http://127.0.0.1:" + port + "/metrics");
        assertThat(talk.scrape().names()).contains("autobot_build_info");
        talk.end();
        assertThat(target).doesNotExist();
    }

    @Test
    void theCommandLineSaysWhatIsWrongInAFile() throws IOException {
        Path good = Files.writeString(folder.resolve("good.yaml"), "endpoint:\n  port: 0\n");
        Path bad = Files.writeString(folder.resolve("bad.yaml"), "endpoint:\n  prot: 0\nredis:\n  databases: 7\n");

        ForkedJvm fine = check(good);
        assertThat(fine.exitCode(Talk.PATIENCE)).as(fine.report()).isZero();
        ForkedJvm wrong = check(bad);
        assertThat(wrong.exitCode(Talk.PATIENCE)).isEqualTo(1);
        assertThat(wrong.stderr())
                .hasSize(2)
                .anyMatch(line -> line.contains("endpoint.prot") && line.contains("'endpoint.port'"))
                .anyMatch(line -> line.contains("redis.databases"));
    }

    private ForkedJvm check(Path file) {
        return jvms.start(ForkedJvm.on(Jdks.jdk17()).jar(AgentJar.find(), "check-config", file.toString()));
    }

    private Path keyStore(Jdk jdk) throws IOException, InterruptedException {
        Path store = folder.resolve("endpoint.p12");
        Process keytool = new ProcessBuilder(
                        jdk.tool("keytool").toString(),
                        "-genkeypair",
                        "-alias",
                        "endpoint",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=endpoint",
                        "-ext",
                        "SAN=ip:127.0.0.1",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        SECRET)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(keytool.waitFor()).isZero();
        return store;
    }

    private static SSLContext trusting(Path store) throws Exception {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, SECRET.toCharArray());
        }
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("endpoint", keys.getCertificate("endpoint"));
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }
}
