package io.autobot.agent.weave;

import io.autobot.agent.status.StatusBoard;
import java.io.File;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.security.CodeSource;
import java.security.ProtectionDomain;
import java.util.Properties;
import java.util.function.Supplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The version of a library, read off where its classes came from when somebody asks for it. Keeps a string only, never
 * the application's class loader.
 */
final class LibraryVersion implements Supplier<String> {
    private static final String UNKNOWN = StatusBoard.UNKNOWN_VERSION;

    private final String location;
    private final String groupId;
    private final String artifactId;
    private String version;

    private LibraryVersion(String location, String groupId, String artifactId) {
        this.location = location;
        this.groupId = groupId;
        this.artifactId = artifactId;
    }

    /** @param coordinates {@code groupId:artifactId} */
    static LibraryVersion of(String coordinates, ProtectionDomain domain) {
        CodeSource source = domain == null ? null : domain.getCodeSource();
        URL url = source == null ? null : source.getLocation();
        int colon = coordinates.indexOf(':');
        return new LibraryVersion(
                url == null ? "" : url.toString(), coordinates.substring(0, colon), coordinates.substring(colon + 1));
    }

    @Override
    public synchronized String get() {
        if (version == null && isJdk()) {
            version = Runtime.version().toString();
        } else if (version == null) {
            String found = fromFileName();
            version = found != null ? found : fromJar();
        }
        return version;
    }

    /** Two classes of one jar say the same. */
    @Override
    public boolean equals(Object other) {
        return other instanceof LibraryVersion version
                && version.location.equals(location)
                && version.artifactId.equals(artifactId);
    }

    @Override
    public int hashCode() {
        return location.hashCode();
    }

    /** Classes of the boot loader come from nowhere, those of the platform loader from its image. */
    private boolean isJdk() {
        return location.isEmpty() && groupId.equals("java") || location.startsWith("jrt:");
    }

    /** Works for nested jars too: their URL names every level. */
    private String fromFileName() {
        int end = location.lastIndexOf(".jar");
        int start = end < 0 ? -1 : location.lastIndexOf('/', end) + 1;
        if (start <= 0 || !location.startsWith(artifactId + "-", start)) {
            return null;
        }
        String candidate = location.substring(start + artifactId.length() + 1, end);
        return !candidate.isEmpty() && Character.isDigit(candidate.charAt(0)) ? candidate : null;
    }

    private String fromJar() {
        if (!location.startsWith("file:")) {
            return UNKNOWN;
        }
        try {
            File file = new File(new URI(location));
            if (!file.isFile()) {
                return UNKNOWN;
            }
            try (ZipFile jar = new ZipFile(file)) {
                ZipEntry entry = jar.getEntry("META-INF/maven/" + groupId + "/" + artifactId + "/pom.properties");
                if (entry == null) {
                    return UNKNOWN;
                }
                Properties properties = new Properties();
                try (InputStream stream = jar.getInputStream(entry)) {
                    properties.load(stream);
                }
                return properties.getProperty("version", UNKNOWN);
            }
        } catch (Exception unreadable) {
            return UNKNOWN;
        }
    }
}
