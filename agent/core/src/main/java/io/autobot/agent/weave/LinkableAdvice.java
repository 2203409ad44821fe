package io.autobot.agent.weave;

import java.util.HashMap;
import java.util.Map;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.implementation.Implementation;
import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.pool.TypePool;
import net.bytebuddy.utility.OpenedClassReader;

/**
 * Advice whose call sites tell the linker what to bind them to: instrumentation, advice class, method and its real
 * descriptor. Written by our own visitor, because Byte Buddy's way to say constants costs a dozen dynamic proxies in
 * the application's start.
 */
final class LinkableAdvice {
    private final Advice advice;
    private final String dispatcher;
    private final String instrumentation;
    private final String adviceClass;
    private final Map<String, String> descriptors = new HashMap<>();

    /**
     * @param dispatcher internal name of the class whose bootstrap method links
     * @param described the advice class; its methods have distinct names
     */
    LinkableAdvice(Advice advice, String dispatcher, String instrumentation, TypeDescription described) {
        this.advice = advice;
        this.dispatcher = dispatcher;
        this.instrumentation = instrumentation;
        this.adviceClass = described.getName();
        for (MethodDescription.InDefinedShape method : described.getDeclaredMethods()) {
            descriptors.put(method.getInternalName(), method.getDescriptor());
        }
    }

    MethodVisitor wrap(
            TypeDescription type,
            MethodDescription method,
            MethodVisitor visitor,
            Implementation.Context context,
            TypePool pool) {
        return advice.wrap(type, method, new CallSites(visitor), context, pool, 0, 0);
    }

    private final class CallSites extends MethodVisitor {
        CallSites(MethodVisitor next) {
            super(OpenedClassReader.ASM_API, next);
        }

        @Override
        public void visitInvokeDynamicInsn(String name, String type, Handle bootstrap, Object... arguments) {
            // Other advice on the same method passes through here with its arguments in place.
            boolean own = arguments.length == 0 && bootstrap.getOwner().equals(dispatcher);
            super.visitInvokeDynamicInsn(
                    name,
                    type,
                    bootstrap,
                    own ? new Object[] {instrumentation, adviceClass, name, descriptors.get(name)} : arguments);
        }
    }
}
