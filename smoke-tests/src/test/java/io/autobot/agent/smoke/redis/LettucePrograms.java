package io.autobot.agent.smoke.redis;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Compiles the programs under {@code program/lettuce} against one version of Lettuce. */
final class LettucePrograms {
    private LettucePrograms() {}

    /** The version's full name. */
    static String release(String version) {
        return version + ".RELEASE";
    }

    /**
     * The class path of a program: its classes, what all programs share, Lettuce, and what that needs.
     *
     * @param out an empty folder for the classes
     * @param sources files and folders under {@code program/}
     */
    static List<File> compile(String version, Path out, String... sources) {
        String pool = version.startsWith("5.0.") ? "2.4.3" : "2.12.1";
        return Programs.compile(
                List.of("io.lettuce:lettuce-core:" + release(version), "org.apache.commons:commons-pool2:" + pool),
                out,
                Stream.concat(Stream.of("neutral", "lettuce/common"), Stream.of(sources))
                        .toArray(String[]::new));
    }
}
