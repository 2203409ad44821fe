package io.autobot.agent.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Premain pays for every class: this holds how many the configuration costs a service that configures nothing. */
class ConfigClassesTest {
    @Test
    void nothingConfiguredLoadsFewClassesAndNoYamlParser() throws Throwable {
        List<String> loaded = new ArrayList<>();
        List<URL> classPath = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            classPath.add(new File(entry).toURI().toURL());
        }
        try (URLClassLoader loader =
                new URLClassLoader(classPath.toArray(new URL[0]), ClassLoader.getPlatformClassLoader()) {
                    @Override
                    protected Class<?> findClass(String name) throws ClassNotFoundException {
                        loaded.add(name);
                        return super.findClass(name);
                    }
                }) {
            Class<?> sourcesClass = loader.loadClass(Sources.class.getName());
            Object sources = sourcesClass.getConstructor().newInstance();
            sourcesClass.getMethod("systemProperties", Map.class).invoke(sources, Map.of("user.home", "/"));
            sourcesClass.getMethod("environment", Map.class).invoke(sources, Map.of("HOME", "/"));
            sourcesClass.getMethod("jarDirectory", File.class).invoke(sources, new File("/no/such/directory"));
            loaded.clear();
            Class<?> configClass = loader.loadClass(Config.class.getName());
            // Not by reflection, which would load the types of all public methods.
            MethodHandles.publicLookup()
                    .findStatic(configClass, "load", MethodType.methodType(configClass, sourcesClass))
                    .invoke(sources);
        }
        assertThat(loaded)
                .as("classes loaded")
                .containsExactlyInAnyOrder(
                        Config.class.getName(),
                        ConfigLoader.class.getName(),
                        Option.class.getName(),
                        Options.class.getName(),
                        ClientAuth.class.getName(),
                        "io.autobot.agent.log.AgentLog$Level");
    }
}
