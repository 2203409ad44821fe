package io.autobot.agent.smoke.loaders;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a bundle imports, written as packages that a framework offers from its own class path. */
final class OsgiImports {
    private static final Pattern CLAUSE =
            Pattern.compile("([a-zA-Z][\\w.]*)((?:;[\\w:-]+=(?:\"[^\"]*\"|[^,;\"]*))*)(?:,|$)");
    private static final Pattern LOWEST = Pattern.compile("version=\"?\\[?([\\d.]+)");

    private OsgiImports() {}

    /** The bundle's imports but its own and the JDK's, each in the lowest version that the bundle takes. */
    static String exportsFor(File bundle) throws IOException {
        List<String> exports = new ArrayList<>();
        try (JarFile jar = new JarFile(bundle)) {
            String imports = jar.getManifest().getMainAttributes().getValue("Import-Package");
            Matcher clause = CLAUSE.matcher(imports);
            while (clause.find()) {
                String name = clause.group(1);
                if (name.startsWith("redis.clients.jedis") || name.startsWith("javax.")) {
                    continue;
                }
                Matcher lowest = LOWEST.matcher(clause.group(2));
                exports.add(lowest.find() ? name + ";version=" + lowest.group(1) : name);
            }
        }
        return String.join(",", exports);
    }
}
