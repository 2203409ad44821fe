package program;

import java.io.File;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;

/** Arguments: port, times, paths. Runs {@link Usage} in each kind of loader, in database 1, 2 and so on. */
public final class EachIsolation {
    private EachIsolation() {}

    public static void main(String[] args) throws Exception {
        int port = Integer.parseInt(args[0]);
        int times = Integer.parseInt(args[1]);
        URL[] urls = urls(args, 2);
        List<ClassLoader> loaders = new ArrayList<>();
        for (Isolation kind : Isolation.values()) {
            ClassLoader loader = kind.over(urls);
            loaders.add(loader);
            Class<?> usage = loader.loadClass("program.Usage");
            if (usage.getClassLoader() != loader) {
                throw new IllegalStateException("not isolated: " + kind);
            }
            usage.getMethod("run", int.class, int.class, int.class)
                    .invoke(null, port, kind.ordinal() + 1, times);
        }
        System.out.println("done in " + loaders.size());
        while (System.in.read() >= 0) {
            Thread.onSpinWait();
        }
    }

    static URL[] urls(String[] args, int from) throws Exception {
        URL[] urls = new URL[args.length - from];
        for (int i = from; i < args.length; i++) {
            urls[i - from] = new File(args[i]).toURI().toURL();
        }
        return urls;
    }
}
