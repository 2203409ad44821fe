package io.autobot.agent.weave;

import io.autobot.agent.spi.MethodSelection;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.annotation.AnnotationDescription;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.implementation.Implementation;
import net.bytebuddy.implementation.bytecode.StackManipulation;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.pool.TypePool;
import net.bytebuddy.utility.JavaConstant;

/** Turns advice classes into Byte Buddy's {@link Advice}, called through invokedynamic. Any thread. */
final class AdviceFactory {
    private static final String ASSIGN_RETURNED = "net.bytebuddy.asm.Advice$AssignReturned";

    private final Class<?> dispatcher;
    private final Method bootstrap;
    private final ClassFileLocator classFiles;
    private final TypePool pool;
    private final Map<String, LinkableAdvice> made = new ConcurrentHashMap<>();

    /** @param dispatcher the class in {@code java.lang} that every woven class can see */
    AdviceFactory(ClassFileLocator classFiles, Class<?> dispatcher) throws NoSuchMethodException {
        this.classFiles = classFiles;
        this.dispatcher = dispatcher;
        this.pool = LatentTypePool.over(classFiles);
        this.bootstrap = dispatcher.getMethod(
                "bootstrap", MethodHandles.Lookup.class, String.class, MethodType.class, Object[].class);
    }

    /**
     * @param selection whose numbers and arguments the advice is given; {@code null} for advice that takes none. A race
     *     makes one twice, which is harmless. No lambdas: see AgentStart.
     */
    LinkableAdvice advice(String instrumentation, String adviceClass, MethodSelection selection) {
        String key = instrumentation + ' ' + MethodHooks.key(adviceClass, selection);
        LinkableAdvice known = made.get(key);
        if (known == null) {
            known = make(instrumentation, adviceClass, selection);
            made.put(key, known);
        }
        return known;
    }

    private LinkableAdvice make(String instrumentation, String adviceClass, MethodSelection selection) {
        TypeDescription described = pool.describe(adviceClass).resolve();
        Advice.WithCustomMapping mapping = Advice.withCustomMapping();
        if (selection != null) {
            mapping = mapping.bind(new SelectedNumber(selection)).bind(new SelectedArgument(selection));
        }
        if (changesSomething(described)) {
            mapping = mapping.with(new Advice.AssignReturned.Factory());
        }
        Advice advice = mapping
                // Without generalizing, a call site that names a type of ours never links, and says nothing.
                .bootstrap(bootstrap, NoArguments.INSTANCE, TypeDescription.Generic.Visitor.Generalizing.INSTANCE)
                .to(described, classFiles)
                .withExceptionHandler(new CountFailure(dispatcher, instrumentation, adviceClass));
        return new LinkableAdvice(advice, dispatcher.getName().replace('.', '/'), instrumentation, described);
    }

    /** What most advice does not need is not loaded for it. */
    private static boolean changesSomething(TypeDescription described) {
        for (MethodDescription method : described.getDeclaredMethods()) {
            for (AnnotationDescription annotation : method.getDeclaredAnnotations()) {
                if (annotation.getAnnotationType().getName().startsWith(ASSIGN_RETURNED)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** {@link LinkableAdvice} writes the arguments. */
    private enum NoArguments implements Advice.BootstrapArgumentResolver.Factory, Advice.BootstrapArgumentResolver {
        INSTANCE;

        @Override
        public Advice.BootstrapArgumentResolver resolve(MethodDescription.InDefinedShape advice, boolean exit) {
            return this;
        }

        @Override
        public List<JavaConstant> resolve(TypeDescription type, MethodDescription woven) {
            return List.of();
        }
    }

    /** Hands a swallowed exception to the dispatcher, so that it is counted and said once. */
    private static final class CountFailure extends StackManipulation.AbstractBase {
        private final String dispatcher;
        private final String instrumentation;
        private final String adviceClass;

        CountFailure(Class<?> dispatcher, String instrumentation, String adviceClass) {
            this.dispatcher = dispatcher.getName().replace('.', '/');
            this.instrumentation = instrumentation;
            this.adviceClass = adviceClass;
        }

        @Override
        public Size apply(MethodVisitor visitor, Implementation.Context context) {
            visitor.visitLdcInsn(instrumentation);
            visitor.visitLdcInsn(adviceClass);
            visitor.visitMethodInsn(
                    Opcodes.INVOKESTATIC,
                    dispatcher,
                    "failed",
                    "(Ljava/lang/Throwable;Ljava/lang/String;Ljava/lang/String;)V",
                    false);
            return new Size(-1, 2);
        }
    }
}
