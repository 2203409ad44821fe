package io.autobot.agent.smoke.survival;

import io.autobot.agent.testkit.jvm.AgentJar;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import net.bytebuddy.jar.asm.AnnotationVisitor;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import net.bytebuddy.utility.OpenedClassReader;

/** Copies of the agent's jar in which chosen methods do nothing but throw. The shipped jar holds no switch for it. */
final class SabotagedJar {
    private static final String FOLDER = "inst/io/autobot/agent";
    private static final String SUFFIX = ".classdata";

    private SabotagedJar() {}

    /**
     * Makes a copy.
     *
     * @param broken whether a method throws, by the class name below {@code io/autobot/agent/} and its own name;
     *     constructors and static initialisers are left alone
     * @param error what it throws, a class with a constructor that takes a message
     * @return how many methods throw now
     */
    static int make(Path copy, BiPredicate<String, String> broken, Class<? extends Throwable> error)
            throws IOException {
        int[] changed = new int[1];
        Files.copy(AgentJar.find(), copy);
        try (FileSystem jar = FileSystems.newFileSystem(copy);
                Stream<Path> files = Files.walk(jar.getPath(FOLDER))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(SUFFIX)).toList()) {
                int before = changed[0];
                byte[] sabotaged = sabotage(Files.readAllBytes(file), broken, error, changed);
                if (changed[0] > before) {
                    Files.write(file, sabotaged);
                }
            }
        }
        return changed[0];
    }

    private static byte[] sabotage(
            byte[] classFile, BiPredicate<String, String> broken, Class<? extends Throwable> error, int[] changed) {
        ClassReader reader = new ClassReader(classFile);
        ClassWriter writer = new ClassWriter(0);
        String name = reader.getClassName().substring("io/autobot/agent/".length());
        reader.accept(
                new ClassVisitor(OpenedClassReader.ASM_API, writer) {
                    @Override
                    public MethodVisitor visitMethod(
                            int access, String method, String descriptor, String sign, String[] thrown) {
                        MethodVisitor original = super.visitMethod(access, method, descriptor, sign, thrown);
                        if (method.startsWith("<") || !broken.test(name, method)) {
                            return original;
                        }
                        changed[0]++;
                        return new Thrower(original, error, access, descriptor);
                    }
                },
                0);
        return writer.toByteArray();
    }

    /** Keeps a method's declaration and annotations, replaces its code. */
    private static final class Thrower extends MethodVisitor {
        private final MethodVisitor target;
        private final String error;
        private final int locals;

        Thrower(MethodVisitor target, Class<? extends Throwable> error, int access, String descriptor) {
            super(OpenedClassReader.ASM_API);
            this.target = target;
            this.error = Type.getInternalName(error);
            this.locals =
                    (Type.getArgumentsAndReturnSizes(descriptor) >> 2) - ((access & Opcodes.ACC_STATIC) != 0 ? 1 : 0);
        }

        @Override
        public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
            return target.visitAnnotation(descriptor, visible);
        }

        @Override
        public void visitAnnotableParameterCount(int count, boolean visible) {
            target.visitAnnotableParameterCount(count, visible);
        }

        @Override
        public AnnotationVisitor visitParameterAnnotation(int parameter, String descriptor, boolean visible) {
            return target.visitParameterAnnotation(parameter, descriptor, visible);
        }

        @Override
        public void visitCode() {
            target.visitCode();
            target.visitTypeInsn(Opcodes.NEW, error);
            target.visitInsn(Opcodes.DUP);
            target.visitLdcInsn("sabotage");
            target.visitMethodInsn(Opcodes.INVOKESPECIAL, error, "<init>", "(Ljava/lang/String;)V", false);
            target.visitInsn(Opcodes.ATHROW);
            target.visitMaxs(3, locals);
        }

        @Override
        public void visitEnd() {
            target.visitEnd();
        }
    }
}
