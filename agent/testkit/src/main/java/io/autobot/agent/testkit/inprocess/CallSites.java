package io.autobot.agent.testkit.inprocess;

import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import net.bytebuddy.agent.ByteBuddyAgent;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.utility.OpenedClassReader;

/** Finds what the running agent wove into a class, and links it as the JVM would at the first call. */
public final class CallSites {
    private static final String DISPATCHER = "java/lang/AutobotDispatcher";

    private CallSites() {}

    /**
     * One woven call.
     *
     * @param type binary name of the woven class
     * @param method the woven method, with its descriptor
     * @param advice binary name of the advice class
     */
    public record Site(String type, String method, String descriptor, String advice) {}

    /**
     * Links every woven call of loaded classes: the check of references and the look-up of the advice, without running
     * either advice or library. What goes wrong the agent counts, and {@link WeavingExtension} reports.
     */
    public static List<Site> link(Class<?>... woven) throws ReflectiveOperationException {
        List<Site> sites = new ArrayList<>();
        for (Map.Entry<Class<?>, byte[]> classFile : wovenClassFiles(woven).entrySet()) {
            for (Unlinked unlinked : find(classFile.getKey(), classFile.getValue())) {
                unlinked.link(classFile.getKey());
                sites.add(unlinked.site());
            }
        }
        return sites;
    }

    private record Unlinked(Site site, String descriptor, Object[] arguments) {
        void link(Class<?> woven) throws ReflectiveOperationException {
            open(woven);
            Class.forName(DISPATCHER.replace('/', '.'))
                    .getMethod("bootstrap", MethodHandles.Lookup.class, String.class, MethodType.class, Object[].class)
                    .invoke(
                            null,
                            MethodHandles.privateLookupIn(woven, MethodHandles.lookup()),
                            "link",
                            MethodType.fromMethodDescriptorString(descriptor, woven.getClassLoader()),
                            arguments);
        }
    }

    /** The JVM itself has a look-up into its own classes. */
    private static void open(Class<?> woven) {
        if (woven.getModule().isNamed()) {
            ByteBuddyAgent.install()
                    .redefineModule(
                            woven.getModule(),
                            Set.of(),
                            Map.of(),
                            Map.of(woven.getPackageName(), Set.of(CallSites.class.getModule())),
                            Set.of(),
                            Map.of());
        }
    }

    private static Map<Class<?>, byte[]> wovenClassFiles(Class<?>... woven) {
        Instrumentation jvm = ByteBuddyAgent.install();
        Capture capture = new Capture();
        jvm.addTransformer(capture, true);
        try {
            jvm.retransformClasses(woven);
        } catch (UnmodifiableClassException e) {
            throw new IllegalArgumentException("not all of these can be woven: " + Arrays.toString(woven), e);
        } finally {
            jvm.removeTransformer(capture);
        }
        return capture.classFiles;
    }

    private static List<Unlinked> find(Class<?> woven, byte[] classFile) {
        List<Unlinked> found = new ArrayList<>();
        new ClassReader(classFile).accept(new Walk(woven.getName(), found), ClassReader.SKIP_FRAMES);
        return found;
    }

    /** Runs behind the agent's transformer, so it is given the woven class files. */
    private static final class Capture implements ClassFileTransformer {
        private final Map<Class<?>, byte[]> classFiles = new ConcurrentHashMap<>();

        @Override
        public byte[] transform(
                ClassLoader loader, String name, Class<?> redefined, ProtectionDomain domain, byte[] given) {
            if (redefined != null) {
                classFiles.put(redefined, given);
            }
            return null;
        }
    }

    private static final class Walk extends ClassVisitor {
        private final String type;
        private final List<Unlinked> found;

        Walk(String type, List<Unlinked> found) {
            super(OpenedClassReader.ASM_API);
            this.type = type;
            this.found = found;
        }

        @Override
        public MethodVisitor visitMethod(int access, String method, String signature, String sign, String[] thrown) {
            return new MethodVisitor(OpenedClassReader.ASM_API) {
                @Override
                public void visitInvokeDynamicInsn(String name, String call, Handle bootstrap, Object... arguments) {
                    if (bootstrap.getOwner().equals(DISPATCHER)) {
                        Site site = new Site(type, method, signature, (String) arguments[1]);
                        found.add(new Unlinked(site, call, arguments));
                    }
                }
            };
        }
    }
}
