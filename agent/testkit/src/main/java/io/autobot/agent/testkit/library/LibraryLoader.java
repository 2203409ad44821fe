package io.autobot.agent.testkit.library;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A class loader over the files of one library version and chosen folders of test classes, so that one JVM runs the
 * same test body against several versions. Parents come first; the parent is the platform loader, or one that shows
 * nothing else but named classes of the application.
 *
 * <p>The classes handed in are loaded anew here: statics are not shared with the test, and only JDK types and what the
 * filter lets through can be exchanged with it.
 */
public final class LibraryLoader extends URLClassLoader {
    private LibraryLoader(List<URL> urls, ClassLoader parent) {
        super("autobot-library", urls.toArray(new URL[0]), parent);
    }

    /**
     * A loader that sees the JDK, the files, and the class folders or jars the given classes come from.
     *
     * @param besides classes whose whole folder or jar is to be visible, usually the test class
     */
    public static LibraryLoader of(Collection<File> files, Class<?>... besides) {
        return of(files, name -> false, besides);
    }

    /**
     * As {@link #of(Collection, Class...)}, with some classes shared with the loader of this class.
     *
     * @param shared takes a class name with dots; true for what is to come from the application's own loader, such as
     *     {@code org.assertj} or the agent's classes
     */
    public static LibraryLoader of(Collection<File> files, Predicate<String> shared, Class<?>... besides) {
        List<URL> urls = new ArrayList<>();
        for (File file : files) {
            try {
                urls.add(file.toURI().toURL());
            } catch (MalformedURLException e) {
                throw new IllegalArgumentException("not a usable path: " + file, e);
            }
        }
        for (Class<?> one : besides) {
            urls.add(one.getProtectionDomain().getCodeSource().getLocation());
        }
        return new LibraryLoader(urls, new FilteringLoader(shared));
    }

    /**
     * As {@link #of(Collection, Class...)}, with AssertJ and Awaitility shared, so that a program of the test may use
     * them and need not bring them.
     */
    public static LibraryLoader withAssertions(Collection<File> files, Class<?>... besides) {
        return of(
                files,
                name -> name.startsWith("org.assertj.")
                        || name.startsWith("org.awaitility.")
                        || name.startsWith("org.hamcrest."),
                besides);
    }

    static LibraryLoader ofUrls(List<URL> urls) {
        return new LibraryLoader(urls, ClassLoader.getPlatformClassLoader());
    }

    /** The folder or jar a class comes from, for a class path. */
    public static File locationOf(Class<?> type) {
        try {
            return new File(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("no file for " + type, e);
        }
    }

    /**
     * Makes an instance of a class inside this loader and runs it, with this loader as the thread's context loader.
     *
     * @param className a public {@link Runnable} or {@link Callable} with a public constructor without arguments
     * @return what the callable returned, or null for a runnable
     * @throws AssertionError as thrown by the body; unchecked exceptions likewise, checked ones wrapped
     */
    public Object run(String className) {
        return within(() -> {
            Object body = loadClass(className).getDeclaredConstructor().newInstance();
            if (body instanceof Callable) {
                return ((Callable<?>) body).call();
            }
            ((Runnable) body).run();
            return null;
        });
    }

    /**
     * Runs a program of the tests inside this loader: an instance of the class as it is here, with this loader as the
     * thread's context loader.
     *
     * @param program public, with a public constructor without arguments
     * @param argument of a type that both loaders share, such as the JDK's
     */
    public <T, R> R run(Class<? extends Function<T, R>> program, T argument) {
        return within(() -> {
            @SuppressWarnings("unchecked") // The same class, from another loader.
            Function<T, R> here = (Function<T, R>)
                    loadClass(program.getName()).getConstructor().newInstance();
            return here.apply(argument);
        });
    }

    /** Runs something with this loader as the thread's context loader. */
    public <T> T within(Callable<T> body) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(this);
        try {
            return body.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("failed inside " + getName() + ": " + e, e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Override
    public void close() {
        try {
            super.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The JDK's platform classes, and of the application only what the filter lets through. */
    private static final class FilteringLoader extends ClassLoader {
        private final Predicate<String> shared;
        private final ClassLoader application = LibraryLoader.class.getClassLoader();

        FilteringLoader(Predicate<String> shared) {
            super(ClassLoader.getPlatformClassLoader());
            this.shared = shared;
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            if (shared.test(name)) {
                return application.loadClass(name);
            }
            throw new ClassNotFoundException(name);
        }
    }
}
