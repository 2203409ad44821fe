package io.autobot.agent.testkit.library;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Versions of the libraries that the testkit fetches for itself, written into the module by its build. */
public final class Versions {
    private static final String RESOURCE = "/io/autobot/agent/testkit/versions.properties";

    private Versions() {}

    /**
     * The version the build pins.
     *
     * @param name a key of {@code versions.properties}, such as {@code testcontainers}
     */
    public static String of(String name) {
        Properties all = new Properties();
        try (InputStream in = Versions.class.getResourceAsStream(RESOURCE)) {
            all.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + RESOURCE, e);
        }
        String version = all.getProperty(name);
        if (version == null) {
            throw new IllegalArgumentException(RESOURCE + " names no version of " + name);
        }
        return version;
    }
}
