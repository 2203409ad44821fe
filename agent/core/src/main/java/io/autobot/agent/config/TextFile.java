package io.autobot.agent.config;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Gets the text of a file that somebody named, whatever stands at its path. */
public final class TextFile {
    /** Far above any real file of settings, far below what would hurt the service. */
    public static final int MAX_BYTES = 1 << 20;

    private TextFile() {}

    /**
     * The whole text, decoded as UTF-8 with U+FFFD for what is none.
     *
     * @throws IOException if there is no text to be had; the message says why, fit to follow the file's name in a line
     */
    public static String read(File file) throws IOException {
        if (!file.exists()) {
            throw new IOException("does not exist");
        }
        if (!file.isFile()) {
            // Nor a pipe or a device: opening one might wait for ever.
            throw new IOException(file.isDirectory() ? "is a directory; name a file" : "is not a regular file");
        }
        byte[] bytes;
        try (InputStream in = new FileInputStream(file)) {
            bytes = in.readNBytes(MAX_BYTES + 1);
        } catch (IOException unreadable) {
            throw new IOException("cannot be read (" + Values.shown(String.valueOf(unreadable.getMessage())) + ")");
        }
        if (bytes.length > MAX_BYTES) {
            throw new IOException("is larger than " + (MAX_BYTES >> 20) + " MiB");
        }
        if (bytes.length == 0) {
            throw new IOException("is empty");
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (text.indexOf('\0') >= 0) {
            throw new IOException("is not a text in UTF-8");
        }
        return text;
    }
}
