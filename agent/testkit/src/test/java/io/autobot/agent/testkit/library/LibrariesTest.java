package io.autobot.agent.testkit.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibrariesTest {
    @Test
    void aLibraryComesWithWhatItNeedsAtRunTime() {
        List<File> oldest = Libraries.resolve("redis.clients:jedis:3.0.0");
        assertThat(oldest).allMatch(File::isFile).extracting(File::getName).startsWith("jedis-3.0.0.jar");
        assertThat(oldest)
                .extracting(File::getName)
                .anyMatch(name -> name.startsWith("commons-pool2-"))
                .anyMatch(name -> name.startsWith("slf4j-api-"))
                .noneMatch(name -> name.startsWith("junit"));
        assertThat(Libraries.resolve("redis.clients:jedis:3.0.0")).isEqualTo(oldest);
    }

    @Test
    void exclusionsAreLeftOut() {
        assertThat(Libraries.resolve("redis.clients:jedis:8.0.2", "org.slf4j:*"))
                .extracting(File::getName)
                .startsWith("jedis-8.0.2.jar")
                .anyMatch(name -> name.startsWith("commons-pool2-"))
                .noneMatch(name -> name.startsWith("slf4j-api-"));
    }

    @Test
    void whatDoesNotExistIsNamed() {
        assertThatThrownBy(() -> Libraries.resolve("io.autobot.absent:nothing:1.0"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("io.autobot.absent:nothing");
    }

    @Test
    void rememberedPathsCountOnlyWhileTheFilesAreThere(@TempDir Path folder) throws Exception {
        ResolvedPaths paths = new ResolvedPaths(folder.resolve("cache"));
        Path jar = Files.createFile(folder.resolve("a.jar"));
        List<String> wanted = List.of("g:a:1");
        paths.put(wanted, List.of(), List.of(jar.toFile()));
        assertThat(paths.find(wanted, List.of())).contains(List.of(jar.toFile()));
        assertThat(paths.find(wanted, List.of("g:b"))).isEmpty();
        Files.delete(jar);
        assertThat(paths.find(wanted, List.of())).isEmpty();
    }

    /** Runs inside the loader; knows Jedis only by name, so that this module needs no version of it. */
    public static final class JedisVersion implements Callable<String> {
        @Override
        public String call() throws Exception {
            ClassLoader context = Thread.currentThread().getContextClassLoader();
            return context.loadClass("redis.clients.jedis.Jedis")
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toString();
        }
    }

    @Test
    void oneJvmRunsTheSameBodyOverTwoVersions() {
        for (String version : List.of("3.0.0", "8.0.2")) {
            List<File> files = Libraries.resolve("redis.clients:jedis:" + version);
            try (LibraryLoader loader = LibraryLoader.of(files, LibrariesTest.class)) {
                assertThat((String) loader.run(JedisVersion.class.getName())).endsWith("jedis-" + version + ".jar");
            }
        }
    }

    /** Says which class it is of, where assertions are at hand. */
    public static final class Program implements Function<String, Class<?>> {
        @Override
        public Class<?> apply(String word) {
            assertThat(word).isEqualTo("argument");
            return getClass();
        }
    }

    @Test
    void aProgramRunsInTheLoaderAndAsserts() {
        try (LibraryLoader loader = LibraryLoader.withAssertions(List.of(), LibrariesTest.class)) {
            assertThat(loader.run(Program.class, "argument").getClassLoader()).isSameAs(loader);
            assertThatThrownBy(() -> loader.run(Program.class, "other")).isInstanceOf(AssertionError.class);
        }
    }

    @Test
    void onlySharedClassesOfTheApplicationAreSeen() throws Exception {
        try (LibraryLoader loader = LibraryLoader.of(List.of(), name -> name.startsWith("org.assertj."))) {
            assertThat(loader.loadClass("org.assertj.core.api.Assertions")).isSameAs(Assertions.class);
            assertThatThrownBy(() -> loader.loadClass("org.junit.jupiter.api.Test"))
                    .isInstanceOf(ClassNotFoundException.class);
        }
    }

    @Test
    void theResolverIsNotOnTheClassPathOfTests() {
        assertThatThrownBy(() -> Class.forName("org.apache.http.client.HttpClient"))
                .isInstanceOf(ClassNotFoundException.class);
    }
}
