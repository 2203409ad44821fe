package io.autobot.agent.testkit.library;

import java.io.File;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Finds the files of a library and of everything it needs at run time, while a test runs. Reads the user's Maven
 * settings and local repository, and fetches what is missing from the repositories these name (Maven Central by
 * default). Paths found are remembered under {@code target/}, so that a second run asks nobody.
 *
 * <p>May be called from any thread; one resolution runs at a time.
 */
public final class Libraries {
    private static final ResolvedPaths REMEMBERED = new ResolvedPaths();

    private Libraries() {}

    /**
     * Resolves one library with its transitive run-time dependencies.
     *
     * @param coordinate {@code group:artifact:version} or {@code group:artifact:extension:classifier:version}
     * @param exclusions {@code group:artifact} of what is to be left out, wherever it appears; {@code *} is allowed
     * @return the files, the library itself first
     * @throws IllegalStateException when something cannot be found or fetched; the message names it
     */
    public static List<File> resolve(String coordinate, String... exclusions) {
        return resolveAll(List.of(coordinate), exclusions);
    }

    /** As {@link #resolve}, for several libraries whose common dependencies are to be of one version. */
    public static synchronized List<File> resolveAll(List<String> coordinates, String... exclusions) {
        List<String> leftOut = List.of(exclusions);
        Optional<List<File>> known = REMEMBERED.find(coordinates, leftOut);
        if (known.isPresent()) {
            return known.get();
        }
        List<File> files;
        try (IsolatedResolver resolver = new IsolatedResolver()) {
            files = resolver.resolve(coordinates, leftOut).stream()
                    .map(File::new)
                    .collect(Collectors.toList());
        }
        REMEMBERED.put(coordinates, leftOut, files);
        return files;
    }
}
