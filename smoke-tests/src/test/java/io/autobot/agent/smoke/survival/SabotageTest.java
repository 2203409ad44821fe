package io.autobot.agent.smoke.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.autobot.agent.testkit.Matrix;
import io.autobot.agent.testkit.jvm.AgentJar;
import io.autobot.agent.testkit.jvm.ForkedJvm;
import io.autobot.agent.testkit.jvm.ForkedJvms;
import io.autobot.agent.testkit.jvm.Jdk;
import io.autobot.agent.testkit.jvm.Jdks;
import io.autobot.agent.testkit.redis.RedisProcess;
import io.autobot.agent.testkit.redis.RedisServers;
import io.autobot.agent.testkit.scrape.Scrape;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever of the agent breaks, the service does and says what it does and says without it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SabotageTest {
    /** So many commands beside the script's. */
    private static final int MANY = 10_000;

    /** Places that fail may each say so once; no case has more. */
    private static final int MOST_LINES = 40;

    @RegisterExtension
    final ForkedJvms jvms = new ForkedJvms();

    @RegisterExtension
    static final RedisServers servers = new RedisServers();

    @TempDir
    Path folder;

    private RedisProcess redis;
    private List<String> undisturbed;

    /** What the agent still does. */
    private enum Left {
        /** It counts its failures and tells them. */
        COUNTS,
        /** It may be gone altogether. */
        ANYTHING
    }

    private record Case(
            String name, BiPredicate<String, String> broken, Class<? extends Throwable> error, Left left, Jdk jdk) {
        @Override
        public String toString() {
            return name + " throws " + error.getSimpleName() + " on " + jdk;
        }
    }

    @BeforeAll
    void runWithoutAgent() {
        redis = servers.standalone();
        Talk plain = new Talk(jvms.start(TestServices.on(Jdks.jdk17())));
        undisturbed = run(plain).end().stdout();
        assertThat(undisturbed).hasSizeGreaterThan(25);
        assertThat(plain.jvm().stderr()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theServiceIsTheSame(Case broken) throws IOException {
        Path jar = folder.resolve("agent.jar");
        int methods = SabotagedJar.make(jar, broken.broken(), broken.error());
        assumeTrue(methods > 0 || !Matrix.all(), "a class without methods");
        assertThat(methods).isPositive();
        ForkedJvm jvm = jvms.start(TestServices.on(broken.jdk()).agent(jar, "port=0,redis.server-stats.enabled=false"));
        Talk talk = run(new Talk(jvm));
        if (broken.left() == Left.COUNTS) {
            Scrape scrape = talk.scrape();
            assertThat(scrape.sum("autobot_agent_errors_total")).isGreaterThan(0);
        }
        talk.end();

        assertThat(jvm.stdout()).isEqualTo(undisturbed);
        assertThat(Talk.otherLines(jvm)).isEmpty();
        List<String> lines = Talk.agentLines(jvm);
        assertThat(lines).doesNotHaveDuplicates().hasSizeLessThanOrEqualTo(MOST_LINES);
        if (broken.left() == Left.COUNTS) {
            assertThat(lines).anyMatch(line -> line.contains("sabotage"));
        }
    }

    private Talk run(Talk talk) {
        return talk.tell("redis " + redis.port(), "script", "get " + MANY);
    }

    private static List<Case> cases() throws IOException {
        List<Case> cases = new ArrayList<>();
        for (Class<? extends Throwable> error :
                List.of(RuntimeException.class, StackOverflowError.class, NoSuchMethodError.class)) {
            cases.add(counting("every advice", "instrumentation/.*Advice", ".*", error));
        }
        cases.add(counting(
                "every helper",
                "instrumentation/(?!.*(Advice|Hooks|Instrumentation)$).*/.*",
                ".*",
                LinkageError.class));
        cases.add(counting(
                "every facade",
                "redis/(CommandQueue|Redis(Connection|Database|Metrics|Operation|PoolOrigin|Push|Thread))",
                "(?!families).*",
                RuntimeException.class));
        cases.add(silent("all of Redis", "redis/.*", ".*", RuntimeException.class));
        cases.add(counting("every look-up of advice", "link/InstrumentationClassLoader", ".*", LinkageError.class));
        cases.add(counting("the linker's search", "link/Linker", "target", IllegalStateException.class));
        cases.add(counting("the reference check", "link/ReferenceCheck", "missing", StackOverflowError.class));
        cases.add(counting("the linker", "link/Linker", "link", OutOfMemoryError.class));
        cases.add(counting("the weaver", "weave/Weaver", ".*", RuntimeException.class));
        cases.add(counting("all weaving", "weave/.*", ".*", LinkageError.class));
        cases.add(counting(
                "the description", "instrumentation/jedis/JedisInstrumentation", ".*", RuntimeException.class));
        cases.add(counting("the dispatcher's installation", "link/DispatcherInstaller", ".*", RuntimeException.class));
        cases.add(silent("every metric", "metrics/.*", ".*", RuntimeException.class));
        cases.add(silent("the status board", "status/.*", ".*", RuntimeException.class));
        cases.add(silent("the configuration", "config/.*", ".*", StackOverflowError.class));
        cases.add(silent("the endpoint", "endpoint/.*", ".*", LinkageError.class));
        cases.add(silent("the endpoint's end", "endpoint/Workers", "stop", LinkageError.class));
        cases.add(silent("the start", "start/RunningAgent", ".*", RuntimeException.class));
        cases.add(silent("the log", "log/.*", ".*", RuntimeException.class));
        cases.add(silent(
                "advice and whoever hears of it",
                "(instrumentation/.*Advice|status/.*|log/.*)",
                "(?!add|threshold).*",
                RuntimeException.class));
        return Matrix.all() ? withEveryClass(cases) : alternating(cases);
    }

    private static List<Case> withEveryClass(List<Case> chosen) throws IOException {
        List<Case> all = new ArrayList<>();
        for (int feature : new int[] {17, 25}) {
            chosen.forEach(one -> all.add(on(one, feature)));
        }
        try (JarFile jar = new JarFile(AgentJar.find().toFile())) {
            jar.stream()
                    .map(JarEntry::getName)
                    .filter(name -> name.matches("inst/io/autobot/agent/(?!cli/).*\\.classdata"))
                    .map(name ->
                            name.substring("inst/io/autobot/agent/".length(), name.length() - ".classdata".length()))
                    .forEach(name -> all.add(silent(name, Pattern.quote(name), ".*", RuntimeException.class)));
        }
        return all;
    }

    private static List<Case> alternating(List<Case> chosen) {
        List<Case> all = new ArrayList<>();
        chosen.forEach(one -> all.add(on(one, all.size() % 2 == 0 ? 17 : 25)));
        return all;
    }

    private static Case on(Case one, int feature) {
        return new Case(one.name(), one.broken(), one.error(), one.left(), Jdks.of(feature));
    }

    private static Case counting(String name, String classes, String methods, Class<? extends Throwable> error) {
        return new Case(name, broken(classes, methods), error, Left.COUNTS, Jdks.jdk17());
    }

    private static Case silent(String name, String classes, String methods, Class<? extends Throwable> error) {
        return new Case(name, broken(classes, methods), error, Left.ANYTHING, Jdks.jdk17());
    }

    private static BiPredicate<String, String> broken(String classes, String methods) {
        Pattern type = Pattern.compile(classes);
        Pattern method = Pattern.compile(methods);
        return (owner, name) ->
                type.matcher(owner).matches() && method.matcher(name).matches();
    }
}
