package io.autobot.agent.testkit.inprocess;

import net.bytebuddy.jar.asm.AnnotationVisitor;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.utility.OpenedClassReader;

/** Makes an advice class throw at once, whatever it did before. */
final class ThrowingAdvice {
    private static final String ADVICE = "Lnet/bytebuddy/asm/Advice$OnMethod";
    private static final String THROWN = "java/lang/IllegalStateException";

    private ThrowingAdvice() {}

    static byte[] of(byte[] classFile) {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        ClassVisitor visitor = new ClassVisitor(OpenedClassReader.ASM_API, writer) {
            @Override
            public MethodVisitor visitMethod(int access, String name, String descriptor, String sign, String[] thrown) {
                return new Replacing(super.visitMethod(access, name, descriptor, sign, thrown));
            }
        };
        new ClassReader(classFile).accept(visitor, 0);
        return writer.toByteArray();
    }

    private static final class Replacing extends MethodVisitor {
        private boolean advice;

        Replacing(MethodVisitor next) {
            super(OpenedClassReader.ASM_API, next);
        }

        @Override
        public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
            advice |= descriptor.startsWith(ADVICE);
            return super.visitAnnotation(descriptor, visible);
        }

        @Override
        public void visitCode() {
            super.visitCode();
            if (advice) {
                visitTypeInsn(Opcodes.NEW, THROWN);
                visitInsn(Opcodes.DUP);
                visitMethodInsn(Opcodes.INVOKESPECIAL, THROWN, "<init>", "()V", false);
                visitInsn(Opcodes.ATHROW);
                visitMaxs(0, 0);
                visitEnd();
                // What the method did goes nowhere.
                mv = null;
            }
        }
    }
}
