package io.autobot.agent.link;

import java.io.FileNotFoundException;
import java.io.InputStream;
import java.lang.instrument.Instrumentation;
import java.lang.invoke.CallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Map;
import java.util.Set;

/**
 * Defines the one class that every class loader can see. A class in {@code java.lang} is visible even through loaders
 * that filter packages, and defining it through a look-up leaves class data sharing alone, where appending a jar to
 * the bootstrap path would end it for the application on JDK 25.
 */
public final class DispatcherInstaller {
    private static final String RESOURCE = "dispatcher.classdata";

    private DispatcherInstaller() {}

    /**
     * Defines the dispatcher and connects it. Once for each JVM.
     *
     * @param agent whose resources hold the dispatcher's class file
     * @param target what the dispatcher calls from now on
     * @return the dispatcher class
     */
    public static Class<?> install(Instrumentation jvm, ClassLoader agent, DispatcherTarget target) throws Exception {
        // Open to the agent's own module alone; the application gains no access.
        jvm.redefineModule(
                Object.class.getModule(),
                Set.of(),
                Map.of(),
                Map.of("java.lang", Set.of(DispatcherInstaller.class.getModule())),
                Set.of(),
                Map.of());
        MethodHandles.Lookup own = MethodHandles.lookup();
        Class<?> dispatcher = MethodHandles.privateLookupIn(Object.class, own).defineClass(classFile(agent));
        MethodHandle link = own.findVirtual(
                        DispatcherTarget.class,
                        "link",
                        MethodType.methodType(
                                CallSite.class,
                                MethodHandles.Lookup.class,
                                String.class,
                                MethodType.class,
                                Object[].class))
                .bindTo(target);
        MethodHandle failed = own.findVirtual(
                        DispatcherTarget.class,
                        "failed",
                        MethodType.methodType(void.class, Throwable.class, String.class, String.class))
                .bindTo(target);
        install(dispatcher, own, link, failed);
        return dispatcher;
    }

    /** The way in is not public: code of the application must not be able to replace the linker. */
    private static void install(Class<?> dispatcher, MethodHandles.Lookup own, MethodHandle link, MethodHandle failed)
            throws Exception {
        MethodHandle install = MethodHandles.privateLookupIn(dispatcher, own)
                .findStatic(
                        dispatcher,
                        "install",
                        MethodType.methodType(boolean.class, MethodHandle.class, MethodHandle.class));
        try {
            if (!(boolean) install.invokeExact(link, failed)) {
                throw new IllegalStateException("another linker is installed in this JVM");
            }
        } catch (Exception | Error thrown) {
            throw thrown;
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] classFile(ClassLoader agent) throws Exception {
        try (InputStream stream = agent.getResourceAsStream(RESOURCE)) {
            if (stream == null) {
                throw new FileNotFoundException(RESOURCE + " is missing from the agent's jar");
            }
            return stream.readAllBytes();
        }
    }
}
