package io.autobot.agent.testkit.jvm;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.NodeList;

/** Reads the JDK folders that Maven's toolchains file names. */
final class Toolchains {
    private Toolchains() {}

    static List<Path> jdkHomes(Path file) {
        List<Path> homes = new ArrayList<>();
        if (!Files.isRegularFile(file)) {
            return homes;
        }
        try {
            NodeList found = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(file.toFile())
                    .getElementsByTagName("jdkHome");
            for (int i = 0; i < found.getLength(); i++) {
                homes.add(Path.of(found.item(i).getTextContent().trim()));
            }
            return homes;
        } catch (Exception e) {
            throw new IllegalStateException("cannot read " + file, e);
        }
    }
}
