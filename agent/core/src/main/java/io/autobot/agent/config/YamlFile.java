package io.autobot.agent.config;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Gets the text of the configuration file, whatever stands at its path, and has it read. */
final class YamlFile {
    /** Far above any real configuration, far below what would hurt the service. */
    static final int MAX_BYTES = 1 << 20;

    private final File file;
    private final ConfigLoader loader;

    YamlFile(File file, ConfigLoader loader) {
        this.file = file;
        this.loader = loader;
    }

    void read() {
        if (!file.isFile()) {
            // Nor a pipe or a device: opening one might wait for ever.
            refuse(file.isDirectory() ? "is a directory; name a YAML file" : "is not a regular file");
            return;
        }
        byte[] bytes;
        try (InputStream in = new FileInputStream(file)) {
            bytes = in.readNBytes(MAX_BYTES + 1);
        } catch (IOException unreadable) {
            refuse("cannot be read (" + Values.shown(String.valueOf(unreadable.getMessage())) + ")");
            return;
        }
        if (bytes.length > MAX_BYTES) {
            refuse("is larger than " + (MAX_BYTES >> 20) + " MiB");
            return;
        }
        if (bytes.length == 0) {
            refuse("is empty");
            return;
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (text.indexOf('\0') >= 0) {
            refuse("is not a text in UTF-8");
            return;
        }
        // The decoder puts U+FFFD for each wrong byte; a file may also hold that character itself, which is no use.
        int wrong = text.indexOf('\uFFFD');
        if (wrong >= 0) {
            loader.fileProblem(
                    line(text, wrong), null, "is not in UTF-8; keys and values with such characters are ignored");
        }
        new YamlReader(text, loader).read();
    }

    private void refuse(String what) {
        loader.fileProblem(0, null, what + "; nothing is taken from it");
    }

    private static int line(String text, int index) {
        int line = 1;
        for (int i = 0; i < index; i++) {
            if (text.charAt(i) == '\n') {
                line++;
            }
        }
        return line;
    }
}
