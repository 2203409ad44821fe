package io.autobot.agent.metrics;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The test's class path once more, with nothing loaded yet, noting what is loaded. */
public final class RecordingClassLoader extends URLClassLoader {
    private final Set<String> loaded = ConcurrentHashMap.newKeySet();

    public RecordingClassLoader() {
        super(classPath(), ClassLoader.getPlatformClassLoader());
    }

    /** Names of the classes loaded so far. */
    public Set<String> loaded() {
        return loaded;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        Class<?> found = super.findClass(name);
        loaded.add(name);
        return found;
    }

    private static URL[] classPath() {
        String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        String[] entries = path.split(File.pathSeparator);
        URL[] urls = new URL[entries.length];
        try {
            for (int i = 0; i < entries.length; i++) {
                urls[i] = new File(entries[i]).toURI().toURL();
            }
        } catch (MalformedURLException impossible) {
            throw new IllegalStateException(impossible);
        }
        return urls;
    }
}
