import java.io.BufferedReader;
import java.io.File;
import java.io.InputStreamReader;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A container: loads an application, lets a thread that outlives it use it, and drops it. Arguments: port, port of a
 * cluster's node, paths. Commands on stdin: {@code use <what>}, {@code drop}, {@code clients <how many>}.
 */
public final class Collected {
    private final String[] args;
    private final ExecutorService worker = Executors.newSingleThreadExecutor();
    private URLClassLoader application;
    private Object running;

    private Collected(String[] args) {
        this.args = args;
    }

    public static void main(String[] args) throws Exception {
        Collected container = new Collected(args);
        System.out.println("ready");
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String[] words = line.split(" ");
            switch (words[0]) {
                case "use" -> container.use(words[1]);
                case "drop" -> container.drop();
                case "clients" -> container.clients(Integer.parseInt(words[1]));
                default -> throw new IllegalArgumentException(line);
            }
        }
        System.exit(0);
    }

    private void use(String what) throws Exception {
        load();
        running = worker.submit(() -> application
                        .loadClass("collected.Application")
                        .getMethod("start", String.class, int.class, int.class)
                        .invoke(null, what, Integer.parseInt(args[0]), Integer.parseInt(args[1])))
                .get();
        System.out.println("used " + what);
    }

    private void drop() throws Exception {
        stop();
        finish(forget());
    }

    private void stop() throws Exception {
        AutoCloseable closing = (AutoCloseable) running;
        running = null;
        worker.submit(() -> {
                    closing.close();
                    return null;
                })
                .get();
    }

    /** In a method of its own, as is what comes before: no variable of a running method refers to the loader. */
    private WeakReference<ClassLoader> forget() throws Exception {
        WeakReference<ClassLoader> dropped = new WeakReference<>(application);
        application.close();
        application = null;
        return dropped;
    }

    private static void finish(WeakReference<ClassLoader> dropped) throws InterruptedException {
        long end = System.nanoTime() + 20_000_000_000L;
        while (dropped.get() != null && System.nanoTime() < end) {
            System.gc();
            Thread.sleep(50);
        }
        System.out.println(dropped.get() == null ? "collected" : "still held");
    }

    private void clients(int count) throws Exception {
        if (application == null) {
            load();
        }
        worker.submit(() -> application
                        .loadClass("collected.Application")
                        .getMethod("clients", int.class, int.class)
                        .invoke(null, Integer.parseInt(args[0]), count))
                .get();
        System.out.println("clients " + count);
    }

    private void load() throws Exception {
        URL[] urls = new URL[args.length - 2];
        for (int i = 2; i < args.length; i++) {
            urls[i - 2] = new File(args[i]).toURI().toURL();
        }
        application = new URLClassLoader(urls, ClassLoader.getPlatformClassLoader());
    }
}
