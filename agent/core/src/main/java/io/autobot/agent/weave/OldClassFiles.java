package io.autobot.agent.weave;

import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.utility.OpenedClassReader;

/**
 * Whether a class file can carry {@code invokedynamic}. Version 51 and later can. Version 50 (javac 6, as in Netty
 * 4.1) can be raised to 51 when its methods carry stack map frames and no subroutines, because from 51 on the JVM
 * verifies by frames only. Anything older is left alone.
 */
final class OldClassFiles {
    private OldClassFiles() {}

    /** The major version to write, or 0 if this class file cannot be woven. */
    static int versionToWrite(ClassReader reader) {
        int major = reader.readUnsignedShort(6);
        if (major >= Opcodes.V1_7) {
            return major;
        }
        return major == Opcodes.V1_6 && verifiesByFrames(reader) ? Opcodes.V1_7 : 0;
    }

    private static boolean verifiesByFrames(ClassReader reader) {
        FrameScan scan = new FrameScan();
        reader.accept(scan, ClassReader.SKIP_DEBUG);
        return scan.fits;
    }

    private static final class FrameScan extends ClassVisitor {
        private boolean fits = true;

        FrameScan() {
            super(OpenedClassReader.ASM_API);
        }

        @Override
        public MethodVisitor visitMethod(int access, String name, String descriptor, String sign, String[] thrown) {
            return new MethodScan();
        }

        private final class MethodScan extends MethodVisitor {
            private boolean branches;
            private boolean frames;

            MethodScan() {
                super(OpenedClassReader.ASM_API);
            }

            @Override
            public void visitJumpInsn(int opcode, Label label) {
                branches = true;
                if (opcode == Opcodes.JSR) {
                    fits = false;
                }
            }

            @Override
            public void visitVarInsn(int opcode, int variable) {
                if (opcode == Opcodes.RET) {
                    fits = false;
                }
            }

            @Override
            public void visitTableSwitchInsn(int low, int high, Label other, Label... labels) {
                branches = true;
            }

            @Override
            public void visitLookupSwitchInsn(Label other, int[] keys, Label[] labels) {
                branches = true;
            }

            @Override
            public void visitTryCatchBlock(Label start, Label end, Label handler, String type) {
                branches = true;
            }

            @Override
            public void visitFrame(int type, int locals, Object[] local, int stacks, Object[] stack) {
                frames = true;
            }

            @Override
            public void visitEnd() {
                if (branches && !frames) {
                    fits = false;
                }
            }
        }
    }
}
