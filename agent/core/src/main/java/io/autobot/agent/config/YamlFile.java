package io.autobot.agent.config;

import java.io.File;
import java.io.IOException;

/** Has the configuration file read, and says what of it is no text. */
final class YamlFile {
    private final File file;
    private final ConfigLoader loader;

    YamlFile(File file, ConfigLoader loader) {
        this.file = file;
        this.loader = loader;
    }

    void read() {
        String text;
        try {
            text = TextFile.read(file);
        } catch (IOException none) {
            loader.fileProblem(0, null, none.getMessage() + "; nothing is taken from it");
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
