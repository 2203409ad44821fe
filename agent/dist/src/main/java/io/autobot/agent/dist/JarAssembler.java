package io.autobot.agent.dist;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Assembles {@code autobot-agent.jar} during the build. Not part of the agent.
 *
 * <p>Bundled is what stands on this program's own class path, less the module that holds it. Two runs over the same
 * input give the same bytes.
 */
public final class JarAssembler {
    private static final String UNKNOWN = "unknown";

    private JarAssembler() {}

    /**
     * @param args the jar to write, the folder whose content goes under {@code inst/} (may be absent), the repository's
     *     root (LICENSE, NOTICE), the version, and the time of the build in ISO 8601 or empty for now
     */
    public static void main(String[] args) throws IOException {
        Path jar = Path.of(args[0]);
        Path generated = Path.of(args[1]);
        Path root = Path.of(args[2]);
        String version = args[3];
        OffsetDateTime builtAt = args.length < 5 || args[4].isBlank()
                ? OffsetDateTime.now(ZoneOffset.UTC).withNano(0)
                : OffsetDateTime.parse(args[4]);
        List<Path> classPath = new ArrayList<>();
        for (String element : System.getProperty("java.class.path").split(File.pathSeparator)) {
            classPath.add(Path.of(element));
        }
        assemble(jar, classPath, generated, root, version, commit(root), builtAt);
    }

    static void assemble(
            Path jar,
            List<Path> classPath,
            Path generated,
            Path root,
            String version,
            String commit,
            OffsetDateTime builtAt)
            throws IOException {
        AgentJar content = new AgentJar();
        content.put("META-INF/LICENSE", Files.readAllBytes(root.resolve("LICENSE")), "LICENSE");
        byte[] notice = Files.readAllBytes(root.resolve("NOTICE"));
        content.put("META-INF/NOTICE", notice, "NOTICE");
        content.put("inst/autobot-agent.properties", properties(version, commit, builtAt), "the build");
        Bundle bundle = new Bundle(content, new String(notice, StandardCharsets.UTF_8));
        if (Files.isDirectory(generated)) {
            bundle.generated(generated);
        }
        // Ours first: a library's class of the same name is then left out.
        for (Path element : classPath) {
            if (Bundle.ours(element) && !Files.exists(element.resolve(ownEntry()))) {
                bundle.add(element);
            }
        }
        for (Path element : classPath) {
            if (!Bundle.ours(element)) {
                bundle.add(element);
            }
        }
        content.write(jar, version, builtAt);
    }

    private static String ownEntry() {
        return JarAssembler.class.getName().replace('.', '/') + ".class";
    }

    /** Read by {@code autobot_agent_build_info} and by the {@code version} command. */
    private static byte[] properties(String version, String commit, OffsetDateTime builtAt) {
        String text = "version=" + version + "\ncommit=" + commit + "\nbuilt_at=" + builtAt.toInstant() + "\n";
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The commit that is checked out, or "unknown" in a source tree without Git. */
    private static String commit(Path root) {
        try {
            Process git = new ProcessBuilder("git", "rev-parse", "--short=12", "HEAD")
                    .directory(root.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String line = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).trim();
            return git.waitFor(10, TimeUnit.SECONDS) && git.exitValue() == 0 && !line.isEmpty() ? line : UNKNOWN;
        } catch (IOException e) {
            return UNKNOWN;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return UNKNOWN;
        }
    }
}
