package io.autobot.agent.endpoint;

import io.autobot.agent.endpoint.Endpoint.Bound;
import io.autobot.agent.log.AgentLog;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * The file by which Prometheus finds this JVM ({@code file_sd_configs}). Given a folder, each JVM keeps a file of its
 * own in it. Failures are one line and no more.
 */
final class TargetFile {
    private final File file;
    private final Map<String, String> labels;
    private byte[] written;

    TargetFile(File fileOrFolder, Map<String, String> labels) {
        long pid = ProcessHandle.current().pid();
        this.file =
                fileOrFolder.isDirectory() ? new File(fileOrFolder, "autobot-agent-" + pid + ".json") : fileOrFolder;
        this.labels = new TreeMap<>(labels);
    }

    /** What the file is to hold; may look up this machine's name. */
    String content(Bound bound) {
        Json json = new Json().open('[').open('{').name("targets").open('[');
        json.value(Bound.authority(reachable(bound.host()), bound.port())).close(']');
        json.name("labels").open('{');
        if (bound.tls()) {
            json.name("__scheme__").value("https");
        }
        labels.forEach((name, value) -> json.name(name).value(value));
        return json.close('}').close('}').close(']').toString();
    }

    /** Replaces the file in one step: Prometheus watches it and must never read half of it. */
    synchronized void write(String content) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        File absolute = file.getAbsoluteFile();
        try {
            File fresh = File.createTempFile("." + file.getName(), ".tmp", absolute.getParentFile());
            try {
                Files.write(fresh.toPath(), bytes);
                // A temporary file is its owner's alone; Prometheus often runs as somebody else.
                fresh.setReadable(true, false);
                Files.move(
                        fresh.toPath(),
                        absolute.toPath(),
                        StandardCopyOption.ATOMIC_MOVE,
                        StandardCopyOption.REPLACE_EXISTING);
                written = bytes;
            } finally {
                Files.deleteIfExists(fresh.toPath());
            }
        } catch (IOException | RuntimeException failure) {
            AgentLog.warn("the file_sd target file " + absolute + " cannot be written (" + failure
                    + "): Prometheus will not find this JVM by it; check endpoint.file-sd");
        }
    }

    /** Removes the file unless another JVM has written it since. */
    synchronized void remove() {
        if (written == null) {
            return;
        }
        try {
            if (file.exists() && Arrays.equals(Files.readAllBytes(file.toPath()), written)) {
                Files.deleteIfExists(file.toPath());
            }
            written = null;
        } catch (IOException | RuntimeException failure) {
            AgentLog.warn("the file_sd target file " + file.getAbsolutePath() + " cannot be removed (" + failure
                    + "): delete it by hand");
        }
    }

    private static String reachable(String host) {
        if (!host.equals("0.0.0.0") && !host.equals("::") && !host.equals("[::]")) {
            return host;
        }
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return "localhost";
        }
    }
}
