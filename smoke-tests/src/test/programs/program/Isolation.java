package program;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;

/** Class loaders as containers and frameworks have them, over one and the same list of jars. */
public enum Isolation {
    /** The usual order, above nothing but the JDK. */
    PARENT_FIRST {
        @Override
        public ClassLoader over(URL[] urls) {
            return new URLClassLoader(urls, ClassLoader.getPlatformClassLoader());
        }
    },

    /** As OSGi and JBoss Modules do: of the parent only {@code java.*} is ever seen. */
    FILTERING {
        @Override
        public ClassLoader over(URL[] urls) {
            return new Filtering(urls);
        }
    },

    /** As servlet containers do: what it has itself comes before what the application has. */
    CHILD_FIRST {
        @Override
        public ClassLoader over(URL[] urls) {
            return new ChildFirst(urls);
        }
    },

    /** One lock, held while loading, as loaders had before Java 7. */
    ONE_LOCK {
        @Override
        public ClassLoader over(URL[] urls) {
            return new OneLock(urls);
        }
    };

    /** A new loader of this kind. */
    public abstract ClassLoader over(URL[] urls);

    private static final class Filtering extends URLClassLoader {
        static {
            registerAsParallelCapable();
        }

        Filtering(URL[] urls) {
            super(urls, null);
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("java.")) {
                return ClassLoader.getPlatformClassLoader().loadClass(name);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                // What a bundle would import: packages of the JDK outside java.*, found because it asked for them.
                return loaded != null ? loaded : isOfTheJdk(name) ? imported(name) : findClass(name);
            }
        }

        private static boolean isOfTheJdk(String name) {
            return name.startsWith("javax.") || name.startsWith("org.ietf.") || name.startsWith("org.xml.");
        }

        private static Class<?> imported(String name) throws ClassNotFoundException {
            return ClassLoader.getPlatformClassLoader().loadClass(name);
        }
    }

    private static final class ChildFirst extends URLClassLoader {
        static {
            registerAsParallelCapable();
        }

        ChildFirst(URL[] urls) {
            super(urls, ClassLoader.getSystemClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                if (loaded != null) {
                    return loaded;
                }
                if (findResource(name.replace('.', '/') + ".class") != null) {
                    return findClass(name);
                }
                return getParent().loadClass(name);
            }
        }
    }

    private static final class OneLock extends ClassLoader {
        private final URLClassLoader source;

        OneLock(URL[] urls) {
            super(ClassLoader.getPlatformClassLoader());
            source = new URLClassLoader(urls, null);
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            try (InputStream stream = source.getResourceAsStream(name.replace('.', '/') + ".class")) {
                if (stream == null) {
                    throw new ClassNotFoundException(name);
                }
                byte[] classFile = stream.readAllBytes();
                return defineClass(name, classFile, 0, classFile.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }

        @Override
        public URL getResource(String name) {
            return source.getResource(name);
        }
    }
}
