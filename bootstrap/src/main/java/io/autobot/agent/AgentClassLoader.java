package io.autobot.agent;

import java.io.DataInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.security.ProtectionDomain;
import java.util.Collections;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Loads everything of the agent but the launcher: classes from {@code inst/<path>.classdata} of the agent's jar,
 * resources from {@code inst/<name>}. The application never meets these classes.
 *
 * <p>The parent is the platform loader, where {@code jdk.httpserver} and {@code java.net.http} live. What is in our jar
 * comes first, so that a copy of the same library that somebody put on the boot class path does not become ours.
 *
 * <p>The jar is read as a plain zip: no signature check, no multi-release look-up, and none of the JVM-wide caches
 * behind {@code jar:} URLs, which the application may have switched off or closed.
 *
 * <p>Parallel capable; a lock is held per class name, and no class of the application is loaded under it.
 */
public final class AgentClassLoader extends ClassLoader {
    static {
        registerAsParallelCapable();
    }

    private static final String ROOT = "inst/";

    private static final String CLASS = ".class";

    private final File file;

    private final ZipFile zip;

    /** Modules of the Java runtime that the application's module graph leaves out; {@code null} as a rule. */
    private volatile ClassLoader lent;

    /** The launcher's own: a policy that trusts the agent's jar then covers all of the agent. */
    private final ProtectionDomain domain = AgentClassLoader.class.getProtectionDomain();

    /**
     * Opens the jar and keeps it open as long as this loader lives.
     *
     * @throws IOException if the jar cannot be read
     */
    public AgentClassLoader(File jar) throws IOException {
        super(topmost());
        this.file = jar;
        this.zip = new ZipFile(jar);
    }

    /**
     * Asks this loader too, after the platform loader. An application started as a module resolves only what it
     * requires itself, and the agent needs a module more.
     */
    public void lend(ClassLoader modules) {
        lent = modules;
    }

    /** The platform loader, by a way that Java 8's API knows. */
    private static ClassLoader topmost() {
        ClassLoader loader = ClassLoader.getSystemClassLoader();
        while (loader.getParent() != null) {
            loader = loader.getParent();
        }
        return loader;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (name.startsWith("java.")) {
            return super.loadClass(name, resolve);
        }
        if (name.equals("io.autobot.agent.AgentClassLoader")) {
            // Defined by the system loader, which is not among our parents, yet code inside may name the type.
            return AgentClassLoader.class;
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            if (loaded == null) {
                ZipEntry entry = zip.getEntry(ROOT + name.replace('.', '/') + ".classdata");
                if (entry != null) {
                    loaded = define(name, entry);
                }
            }
            if (loaded != null) {
                if (resolve) {
                    resolveClass(loaded);
                }
                return loaded;
            }
        }
        try {
            return super.loadClass(name, resolve);
        } catch (ClassNotFoundException missing) {
            ClassLoader modules = lent;
            if (modules == null) {
                throw missing;
            }
            return modules.loadClass(name);
        }
    }

    private Class<?> define(String name, ZipEntry entry) throws ClassNotFoundException {
        byte[] bytes = new byte[(int) entry.getSize()];
        try (InputStream in = zip.getInputStream(entry)) {
            new DataInputStream(in).readFully(bytes);
        } catch (IOException e) {
            throw new ClassNotFoundException(name + " cannot be read from " + file, e);
        }
        return defineClass(name, bytes, 0, bytes.length, domain);
    }

    /** Ours first; also answers {@code a/B.class}, which is how the weaver asks for the bytes of our own classes. */
    @Override
    public InputStream getResourceAsStream(String name) {
        ZipEntry entry = entry(name);
        if (entry != null) {
            try {
                return zip.getInputStream(entry);
            } catch (IOException e) {
                return null;
            }
        }
        return getParent().getResourceAsStream(name);
    }

    @Override
    public URL getResource(String name) {
        URL ours = findResource(name);
        return ours != null ? ours : super.getResource(name);
    }

    /** A {@code jar:} URL. Opening it goes through the JVM's caches: prefer {@link #getResourceAsStream}. */
    @Override
    protected URL findResource(String name) {
        ZipEntry entry = entry(name);
        try {
            return entry == null ? null : new URL("jar:" + file.toURI() + "!/" + entry.getName());
        } catch (IOException e) {
            return null;
        }
    }

    @Override
    protected Enumeration<URL> findResources(String name) {
        URL ours = findResource(name);
        return ours == null ? Collections.emptyEnumeration() : Collections.enumeration(Collections.singleton(ours));
    }

    private ZipEntry entry(String name) {
        if (name.startsWith("java/")) {
            return null;
        }
        ZipEntry entry = zip.getEntry(name.endsWith(CLASS) ? ROOT + name + "data" : ROOT + name);
        return entry == null || entry.isDirectory() ? null : entry;
    }

    @Override
    public String toString() {
        return "AgentClassLoader[" + file + "]";
    }
}
