import java.io.File;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import program.Isolation;

/**
 * Many threads load woven and other classes of one library at once, through loaders of every kind, and use them as soon
 * as they are loaded. Arguments: port, commands of each thread, seed, paths. Prints how many SETs there were.
 */
public final class ParallelStarts {
    private static final int THREADS_PER_LOADER = 2;

    private static final String[] CLASSES = {
        "Connection", "Jedis", "JedisPool", "JedisFactory", "Protocol", "util.Pool", "Pipeline", "Transaction",
        "JedisPubSub", "util.SafeEncoder", "util.RedisOutputStream", "exceptions.JedisDataException", "Response",
        "JedisCluster", "JedisSentinelPool", "JedisPoolConfig"
    };

    private ParallelStarts() {}

    public static void main(String[] args) throws Exception {
        int port = Integer.parseInt(args[0]);
        int times = Integer.parseInt(args[1]);
        Random random = new Random(Long.parseLong(args[2]));
        URL[] urls = new URL[args.length - 3];
        for (int i = 3; i < args.length; i++) {
            urls[i - 3] = new File(args[i]).toURI().toURL();
        }
        List<ClassLoader> loaders = new ArrayList<>();
        for (Isolation kind : Isolation.values()) {
            loaders.add(kind.over(urls));
        }
        ClassLoader inner = loaders.get(0);
        loaders.add(new AsksWhileLoading(urls, inner, port));
        CountDownLatch start = new CountDownLatch(1);
        List<Thread> threads = new ArrayList<>();
        List<Throwable> failures = Collections.synchronizedList(new ArrayList<>());
        for (ClassLoader loader : loaders) {
            for (int i = 0; i < THREADS_PER_LOADER; i++) {
                List<String> classes = new ArrayList<>(List.of(CLASSES));
                Collections.shuffle(classes, random);
                Thread thread = new Thread(() -> {
                    try {
                        start.await();
                        for (String name : classes) {
                            Class.forName("redis.clients.jedis." + name, true, loader);
                        }
                        usage(loader).invoke(null, port, 1, times);
                    } catch (Throwable thrown) {
                        failures.add(thrown);
                    }
                });
                threads.add(thread);
                thread.start();
            }
        }
        start.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
        for (Throwable failure : failures) {
            failure.printStackTrace();
        }
        System.out.println("sets " + threads.size() * times + " failures " + failures.size());
        while (System.in.read() >= 0) {
            Thread.onSpinWait();
        }
    }

    private static Method usage(ClassLoader loader) throws ReflectiveOperationException {
        return loader.loadClass("program.Usage").getMethod("direct", int.class, int.class, int.class);
    }

    /**
     * Asks Redis, through the classes of another loader, before it loads a class: what links a hook here runs into a
     * hook there.
     */
    private static final class AsksWhileLoading extends URLClassLoader {
        private final ClassLoader other;
        private final int port;

        AsksWhileLoading(URL[] urls, ClassLoader other, int port) {
            super(urls, ClassLoader.getPlatformClassLoader());
            this.other = other;
            this.port = port;
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            if (name.startsWith("redis.clients.jedis.")) {
                try {
                    // In a database of its own: what a hook sees before it is linked is not counted.
                    usage(other).invoke(null, port, 2, 1);
                } catch (ReflectiveOperationException e) {
                    throw new ClassNotFoundException(name, e);
                }
            }
            return super.findClass(name);
        }
    }
}
