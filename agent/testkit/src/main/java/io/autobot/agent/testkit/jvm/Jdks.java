package io.autobot.agent.testkit.jvm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opentest4j.TestAbortedException;

/**
 * The JDKs that tests run on. A JDK of a release is, in this order: the one running the build, {@code
 * JAVA<release>_HOME}, one named in {@code ~/.m2/toolchains.xml}, a sibling folder of {@code java.home}. The folder's
 * {@code release} file must state the release. A missing one is one loud line and a skipped test; with {@code CI=true}
 * it is a failure. Any thread may call.
 */
public final class Jdks {
    private static final Set<Integer> SAID_MISSING = ConcurrentHashMap.newKeySet();

    private Jdks() {}

    /** The JDK this JVM runs on. */
    public static Jdk current() {
        return new Jdk(
                Path.of(System.getProperty("java.home")), Runtime.version().feature());
    }

    /** JDK 17, or the test is skipped (failed on CI). */
    public static Jdk jdk17() {
        return of(17);
    }

    /** JDK 25, or the test is skipped (failed on CI). */
    public static Jdk jdk25() {
        return of(25);
    }

    /**
     * The JDK of a feature release.
     *
     * @throws TestAbortedException when there is none
     * @throws AssertionError when there is none and {@code CI=true}
     */
    public static Jdk of(int feature) {
        return require(
                find(feature, current(), System.getenv(), Path.of(System.getProperty("user.home"))),
                feature,
                System.getenv());
    }

    static Jdk require(Optional<Jdk> found, int feature, Map<String, String> environment) {
        if (found.isPresent()) {
            return found.get();
        }
        String message = "no JDK " + feature + " found: set JAVA" + feature
                + "_HOME, or name it in ~/.m2/toolchains.xml, or install it beside " + System.getProperty("java.home");
        if ("true".equals(environment.get("CI"))) {
            throw new AssertionError(message);
        }
        if (SAID_MISSING.add(feature)) {
            System.err.println("*** [testkit] SKIPPING every test on JDK " + feature + ": " + message);
        }
        throw new TestAbortedException(message);
    }

    static Optional<Jdk> find(int feature, Jdk current, Map<String, String> environment, Path userHome) {
        if (current.feature() == feature) {
            return Optional.of(current);
        }
        String variable = environment.get("JAVA" + feature + "_HOME");
        if (variable != null && !variable.isEmpty()) {
            Path home = Path.of(variable);
            if (!isOf(home, feature)) {
                throw new AssertionError("JAVA" + feature + "_HOME=" + home + " is not a JDK " + feature);
            }
            return Optional.of(new Jdk(home, feature));
        }
        return Stream.concat(
                        Toolchains.jdkHomes(userHome.resolve(".m2").resolve("toolchains.xml")).stream(),
                        siblings(current.home()).stream())
                .filter(home -> isOf(home, feature))
                .findFirst()
                .map(home -> new Jdk(home, feature));
    }

    private static boolean isOf(Path home, int feature) {
        Jdk candidate = new Jdk(home, feature);
        return Files.isExecutable(candidate.java()) && Jdk.featureOf(home).orElse(-1) == feature;
    }

    private static List<Path> siblings(Path home) {
        Path folder = home.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.sorted().collect(Collectors.toList());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder, e);
        }
    }
}
