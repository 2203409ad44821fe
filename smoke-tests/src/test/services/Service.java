import java.io.BufferedReader;
import java.io.FileWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.Writer;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * A service that knows nothing of the agent. It does what its stdin says, a command a line, and answers each with a
 * line {@code done <command>}. Only {@link Redis} needs a library.
 */
public final class Service {
    private static final Properties AT_START = (Properties) System.getProperties().clone();

    private Service() {}

    public static void main(String[] args) throws Exception {
        BufferedReader commands = new BufferedReader(new InputStreamReader(System.in));
        int done = 0;
        for (String line = commands.readLine(); line != null; line = commands.readLine()) {
            String[] words = line.split(" ");
            switch (words[0]) {
                case "exit" -> {
                    return;
                }
                case "properties" -> properties(words[1]);
                case "threads" -> threads();
                case "activity" -> activity();
                case "watch-exit" -> watchExit();
                case "close-stderr" -> System.err.close();
                case "break-stderr" -> System.setErr(new Breaking());
                default -> Redis.run(words);
            }
            System.out.println("done " + ++done);
        }
    }

    /** All of them: at the start of main, now, and at exit, one file each. */
    private static void properties(String folder) throws IOException {
        write(AT_START, folder + "/start.txt");
        write(System.getProperties(), folder + "/now.txt");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                write(System.getProperties(), folder + "/exit.txt");
            } catch (IOException e) {
                e.printStackTrace();
            }
        }));
    }

    private static void write(Properties properties, String file) throws IOException {
        try (Writer writer = new FileWriter(file)) {
            for (Map.Entry<Object, Object> property : new TreeMap<>(properties).entrySet()) {
                writer.write((property.getKey() + "=" + property.getValue()).replace("\n", "\\n") + "\n");
            }
        }
    }

    private static void threads() {
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            System.out.println("thread " + (thread.isDaemon() ? "daemon " : "user ")
                    + loader(thread.getContextClassLoader()) + " " + thread.getName());
        }
    }

    private static String loader(ClassLoader loader) {
        return loader == null ? "none" : loader == ClassLoader.getSystemClassLoader() ? "system" : "another";
    }

    /** Says whether a listener of the JVM's own HTTP server is gone by the time the shutdown hooks end. */
    private static void watchExit() {
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().startsWith("HTTP-Dispatcher")) {
                Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                    try {
                        thread.join(30_000);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    System.out.println("listener " + (thread.isAlive() ? "still there" : "gone"));
                }));
            }
        }
    }

    /** What the agent has counted, read by an agent that a test adds. */
    private static void activity() throws Exception {
        System.out.println("activity "
                + Class.forName("CountReader").getMethod("activity").invoke(null));
    }

    /** A stream as a log library may put it in place, out of order. */
    private static final class Breaking extends PrintStream {
        Breaking() {
            super(OutputStream.nullOutputStream());
        }

        @Override
        public void println(String line) {
            throw new IllegalStateException("this stream is broken");
        }
    }
}
