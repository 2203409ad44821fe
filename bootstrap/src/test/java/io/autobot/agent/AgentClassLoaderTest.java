package io.autobot.agent;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgentClassLoaderTest {
    @TempDir
    File folder;

    private AgentClassLoader loader;

    /** Stands for a class of the agent. */
    public static class Inside {
        public static Class<?> loaderType() {
            return AgentClassLoader.class;
        }
    }

    @BeforeEach
    void open() throws IOException {
        File jar = new File(folder, "an agent.jar");
        try (ZipOutputStream zip = new ZipOutputStream(new FileOutputStream(jar))) {
            String path = Inside.class.getName().replace('.', '/');
            put(zip, "inst/" + path + ".classdata", bytesOf(path + ".class"));
            put(zip, "inst/settings.txt", "ours".getBytes(UTF_8));
            put(zip, "outside.txt", "not ours".getBytes(UTF_8));
        }
        loader = new AgentClassLoader(jar);
    }

    @Test
    void itsClassesAreNotTheApplicationsAndItsParentIsThePlatformLoader() throws Exception {
        Class<?> inside = loader.loadClass(Inside.class.getName());

        assertThat(inside).isNotSameAs(Inside.class);
        assertThat(inside.getClassLoader()).isSameAs(loader);
        assertThat(loader.getParent()).isSameAs(ClassLoader.getPlatformClassLoader());
        assertThat(inside.getProtectionDomain()).isSameAs(AgentClassLoader.class.getProtectionDomain());
    }

    @Test
    void codeInsideMayNameTheLoadersType() throws Exception {
        Object type =
                loader.loadClass(Inside.class.getName()).getMethod("loaderType").invoke(null);

        assertThat(type).isSameAs(AgentClassLoader.class);
    }

    @Test
    void nothingOfTheApplicationIsVisible() {
        assertThatThrownBy(() -> loader.loadClass(AgentClassLoaderTest.class.getName()))
                .isInstanceOf(ClassNotFoundException.class);
        assertThat(loader.getResource(AgentClassLoaderTest.class.getName().replace('.', '/') + ".class"))
                .isNull();
        assertThat(loader.getResourceAsStream("outside.txt")).isNull();
    }

    @Test
    void resourcesAndTheBytesOfItsClassesAreReadFromInst() throws Exception {
        String path = Inside.class.getName().replace('.', '/') + ".class";

        assertThat(read(loader.getResourceAsStream("settings.txt"))).isEqualTo("ours".getBytes(UTF_8));
        assertThat(read(loader.getResourceAsStream(path))).isEqualTo(bytesOf(path));
        assertThat(loader.getResourceAsStream("java/lang/Object.class")).isNotNull();
        assertThat(loader.getResourceAsStream("absent.txt")).isNull();
    }

    @Test
    void aResourceHasAUrlThatCanBeOpened() throws Exception {
        URL url = loader.getResource("settings.txt");
        JarURLConnection connection = (JarURLConnection) url.openConnection();
        connection.setUseCaches(false);

        assertThat(read(connection.getInputStream())).isEqualTo("ours".getBytes(UTF_8));
        assertThat(loader.getResources("settings.txt").nextElement()).isEqualTo(url);
    }

    @Test
    void manyThreadsGetOneClass() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<Class<?>>> loaded = new ArrayList<>();
            for (int i = 0; i < 64; i++) {
                loaded.add(threads.submit(() -> loader.loadClass(Inside.class.getName())));
            }
            for (Future<Class<?>> one : loaded) {
                assertThat(one.get()).isSameAs(loader.loadClass(Inside.class.getName()));
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aJarThatIsNotThereIsSaidAtOnce() {
        assertThatThrownBy(() -> new AgentClassLoader(new File(folder, "absent.jar")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("absent.jar");
    }

    private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(bytes);
        zip.closeEntry();
    }

    private static byte[] bytesOf(String resource) throws IOException {
        return read(AgentClassLoaderTest.class.getClassLoader().getResourceAsStream(resource));
    }

    private static byte[] read(InputStream stream) throws IOException {
        try (InputStream in = stream) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            in.transferTo(out);
            return out.toByteArray();
        }
    }
}
