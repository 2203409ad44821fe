package io.autobot.agent.testkit.references;

import io.autobot.agent.link.ReferenceCheck.Kind;
import io.autobot.agent.link.ReferenceCheck.Reference;
import io.autobot.agent.spi.Description;
import io.autobot.agent.spi.Instrumentation;
import io.autobot.agent.spi.TypeTarget;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.FieldVisitor;
import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import net.bytebuddy.utility.OpenedClassReader;

/**
 * Walks the byte code of advice and of the helpers it reaches, and lists every member of a library they use. Runs at
 * build time; the agent checks the list before it links the advice.
 */
public final class ReferenceCollector {
    private static final String HELPERS = "io/autobot/agent/instrumentation/";
    private static final String AGENT = "io/autobot/agent/";

    private final ClassLoader classFiles;

    /** @param classFiles whose resources hold the class files of advice and helpers */
    public ReferenceCollector(ClassLoader classFiles) {
        this.classFiles = classFiles;
    }

    /** What each advice class of these instrumentations uses, by its binary name, sorted. */
    public Map<String, List<Reference>> collect(List<? extends Instrumentation> instrumentations) {
        Map<String, List<Reference>> collected = new TreeMap<>();
        for (Instrumentation instrumentation : instrumentations) {
            Description description = Description.of(instrumentation);
            description.types().forEach(type -> collect(type, collected));
            description.templates().forEach(template -> collect(template, collected));
        }
        return collected;
    }

    private void collect(TypeTarget type, Map<String, List<Reference>> collected) {
        for (TypeTarget.HookPoint point : type.hooks()) {
            for (TypeTarget.Hook hook : point.alternatives()) {
                collected.computeIfAbsent(hook.advice().getName(), this::referencesOf);
            }
        }
    }

    /** The list as the agent reads it. */
    public static String write(Map<String, List<Reference>> collected) {
        StringBuilder text = new StringBuilder();
        collected.forEach((advice, references) -> {
            text.append(advice).append('\n');
            references.forEach(
                    reference -> text.append(' ').append(reference.line()).append('\n'));
        });
        return text.toString();
    }

    private List<Reference> referencesOf(String adviceClass) {
        Walk walk = new Walk();
        walk.reach(adviceClass.replace('.', '/'));
        return walk.run();
    }

    private final class Walk {
        private final Set<Reference> found = new LinkedHashSet<>();
        private final Set<String> seen = new HashSet<>();
        private final Deque<String> open = new ArrayDeque<>();

        List<Reference> run() {
            while (!open.isEmpty()) {
                String internalName = open.remove();
                try (InputStream stream = classFiles.getResourceAsStream(internalName + ".class")) {
                    if (stream == null) {
                        throw new IllegalStateException("no class file of " + internalName);
                    }
                    new ClassReader(stream.readAllBytes()).accept(new ClassWalk(), ClassReader.SKIP_DEBUG);
                } catch (IOException unreadable) {
                    throw new UncheckedIOException(unreadable);
                }
            }
            return new ArrayList<>(found);
        }

        void reach(String internalName) {
            if (internalName.startsWith(HELPERS) && seen.add(internalName)) {
                open.add(internalName);
            }
        }

        void type(Type type) {
            if (type.getSort() == Type.ARRAY) {
                type(type.getElementType());
            } else if (type.getSort() == Type.METHOD) {
                type(type.getReturnType());
                for (Type argument : type.getArgumentTypes()) {
                    type(argument);
                }
            } else if (type.getSort() == Type.OBJECT) {
                owner(type.getInternalName());
            }
        }

        private void owner(String internalName) {
            if (internalName == null) {
                return;
            }
            if (internalName.startsWith("[")) {
                type(Type.getType(internalName));
                return;
            }
            reach(internalName);
            if (isLibrary(internalName)) {
                found.add(new Reference(Kind.TYPE, internalName.replace('/', '.'), "", ""));
            }
        }

        private void member(Kind kind, String owner, String name, String descriptor) {
            owner(owner);
            type(Type.getType(descriptor));
            if (isLibrary(owner)) {
                found.add(new Reference(kind, owner.replace('/', '.'), name, descriptor));
            }
        }

        private boolean isLibrary(String internalName) {
            return !internalName.startsWith("java/")
                    && !internalName.startsWith("javax/")
                    && !internalName.startsWith("jdk/")
                    && !internalName.startsWith("[")
                    && !internalName.startsWith(AGENT);
        }

        private final class ClassWalk extends ClassVisitor {
            ClassWalk() {
                super(OpenedClassReader.ASM_API);
            }

            @Override
            public void visit(
                    int version, int access, String name, String signature, String parent, String[] interfaces) {
                owner(parent);
                for (String implemented : interfaces) {
                    owner(implemented);
                }
            }

            @Override
            public FieldVisitor visitField(int access, String name, String descriptor, String sign, Object value) {
                type(Type.getType(descriptor));
                return null;
            }

            @Override
            public MethodVisitor visitMethod(int access, String name, String descriptor, String sign, String[] thrown) {
                type(Type.getMethodType(descriptor));
                return new MethodWalk();
            }
        }

        private final class MethodWalk extends MethodVisitor {
            MethodWalk() {
                super(OpenedClassReader.ASM_API);
            }

            @Override
            public void visitTypeInsn(int opcode, String internalName) {
                owner(internalName);
            }

            @Override
            public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
                boolean isStatic = opcode == Opcodes.GETSTATIC || opcode == Opcodes.PUTSTATIC;
                member(isStatic ? Kind.STATIC_FIELD : Kind.FIELD, owner, name, descriptor);
            }

            @Override
            public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
                if (owner.startsWith("[")) {
                    owner(owner);
                } else if (name.equals("<init>")) {
                    member(Kind.CONSTRUCTOR, owner, name, descriptor);
                } else {
                    member(opcode == Opcodes.INVOKESTATIC ? Kind.STATIC : Kind.VIRTUAL, owner, name, descriptor);
                }
            }

            @Override
            public void visitLdcInsn(Object value) {
                if (value instanceof Type constant) {
                    type(constant);
                }
            }

            @Override
            public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
                type(Type.getMethodType(descriptor));
                for (Object argument : arguments) {
                    if (argument instanceof Handle handle) {
                        handle(handle);
                    } else if (argument instanceof Type constant) {
                        type(constant);
                    }
                }
            }

            @Override
            public void visitTryCatchBlock(Label start, Label end, Label handler, String caught) {
                owner(caught);
            }

            @Override
            public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
                type(Type.getType(descriptor));
            }

            private void handle(Handle handle) {
                switch (handle.getTag()) {
                    case Opcodes.H_INVOKESTATIC ->
                        member(Kind.STATIC, handle.getOwner(), handle.getName(), handle.getDesc());
                    case Opcodes.H_NEWINVOKESPECIAL ->
                        member(Kind.CONSTRUCTOR, handle.getOwner(), handle.getName(), handle.getDesc());
                    case Opcodes.H_INVOKEVIRTUAL, Opcodes.H_INVOKEINTERFACE, Opcodes.H_INVOKESPECIAL ->
                        member(Kind.VIRTUAL, handle.getOwner(), handle.getName(), handle.getDesc());
                    default -> member(Kind.FIELD, handle.getOwner(), handle.getName(), handle.getDesc());
                }
            }
        }
    }
}
