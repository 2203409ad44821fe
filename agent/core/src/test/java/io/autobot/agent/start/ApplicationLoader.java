package io.autobot.agent.start;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;

/** A class loader of the application: the packages {@code example} anew, all else from the test's class path. */
public final class ApplicationLoader extends ClassLoader {
    private final Map<String, byte[]> classFiles = new HashMap<>();

    public ApplicationLoader() {
        super(ApplicationLoader.class.getClassLoader());
    }

    /** With a class that is on no class path. */
    public ApplicationLoader with(String name, byte[] classFile) {
        classFiles.put(name, classFile);
        return this;
    }

    /** A new object of a class of this loader. */
    @SuppressWarnings("unchecked")
    public <T> T create(String name) {
        try {
            return (T) loadClass(name).getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith("example.")) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? define(name) : loaded;
        }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
        byte[] classFile = classFiles.get(name);
        if (classFile == null) {
            try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
                classFile = in.readAllBytes();
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
        return defineClass(name, classFile, 0, classFile.length);
    }
}
