package io.autobot.agent.testkit.library;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/**
 * Runs {@link MimaResolver} in a class loader of its own. The resolver brings an HTTP client, a JSON parser and a
 * logging facade, all of which are libraries that a test may want in a version of its choice.
 */
final class IsolatedResolver implements AutoCloseable {
    private static final List<String> JARS =
            List.of("runtime.jar", "context.jar", "slf4j-api.jar", "slf4j-nop.jar", "jcl-over-slf4j.jar");

    private final LibraryLoader loader;

    IsolatedResolver() {
        List<URL> urls = new ArrayList<>();
        for (String jar : JARS) {
            urls.add(asFile(jar));
        }
        urls.add(IsolatedResolver.class.getProtectionDomain().getCodeSource().getLocation());
        loader = LibraryLoader.ofUrls(urls);
    }

    List<String> resolve(List<String> coordinates, List<String> exclusions) {
        return loader.within(() -> {
            Object made = loader.loadClass(MimaResolver.class.getName())
                    .getDeclaredConstructor()
                    .newInstance();
            @SuppressWarnings("unchecked")
            BiFunction<List<String>, List<String>, List<String>> resolver =
                    (BiFunction<List<String>, List<String>, List<String>>) made;
            return resolver.apply(coordinates, exclusions);
        });
    }

    @Override
    public void close() {
        loader.close();
    }

    private static URL asFile(String jar) {
        URL url = IsolatedResolver.class.getResource("/autobot-resolver/" + jar);
        if (url == null) {
            throw new IllegalStateException(
                    "autobot-resolver/" + jar + " is not beside the testkit's classes: build agent/testkit with Maven");
        }
        if (url.getProtocol().equals("file")) {
            return url;
        }
        try (InputStream in = url.openStream()) {
            Path copy = Files.createTempFile("autobot-resolver", ".jar");
            copy.toFile().deleteOnExit();
            Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
            return copy.toUri().toURL();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot unpack " + url, e);
        }
    }
}
