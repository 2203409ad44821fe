package io.autobot.agent.weave;

import static io.autobot.agent.spi.MethodMatch.method;
import static org.assertj.core.api.Assertions.assertThat;

import io.autobot.agent.instrumentation.testing.TracingAdvice;
import io.autobot.agent.spi.Description;
import io.autobot.agent.spi.Instrumentation;
import io.autobot.agent.start.ApplicationLoader;
import io.autobot.agent.start.TestAgent;
import io.autobot.agent.status.Group;
import io.autobot.agent.status.InstrumentationStatus;
import io.autobot.agent.status.InstrumentationStatus.Reason;
import io.autobot.agent.status.InstrumentationStatus.State;
import java.util.function.IntUnaryOperator;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Class files as compilers wrote them before there was invokedynamic. */
class OldClassFilesTest {
    private static int tests;

    /** Another class for each test: those of earlier tests are still loaded, and an agent finds them too. */
    private static String old;

    @BeforeEach
    void nameAnotherClass() {
        old = "example.Old" + tests++;
    }

    public static final class OnOld implements Instrumentation {
        @Override
        public void describe(Description description) {
            description
                    .name("old")
                    .feeds(Group.REDIS)
                    .library("example:old", "1.0", "2.0")
                    .type(old)
                    .on(method("applyAsInt"), TracingAdvice.class);
        }
    }

    /** A class whose {@code applyAsInt} is written by the test. */
    private interface Body {
        void write(MethodVisitor code);
    }

    private static byte[] classFile(int version, Body body) {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        writer.visit(
                version,
                Opcodes.ACC_PUBLIC | Opcodes.ACC_SUPER,
                old.replace('.', '/'),
                null,
                "java/lang/Object",
                new String[] {"java/util/function/IntUnaryOperator"});
        MethodVisitor constructor = writer.visitMethod(Opcodes.ACC_PUBLIC, "<init>", "()V", null, null);
        constructor.visitCode();
        constructor.visitVarInsn(Opcodes.ALOAD, 0);
        constructor.visitMethodInsn(Opcodes.INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
        constructor.visitInsn(Opcodes.RETURN);
        constructor.visitMaxs(0, 0);
        constructor.visitEnd();
        MethodVisitor code = writer.visitMethod(Opcodes.ACC_PUBLIC, "applyAsInt", "(I)I", null, null);
        code.visitCode();
        body.write(code);
        code.visitMaxs(0, 0);
        code.visitEnd();
        writer.visitEnd();
        return writer.toByteArray();
    }

    /** The absolute value, by a branch. */
    private static void branch(MethodVisitor code, boolean frames) {
        Label positive = new Label();
        code.visitVarInsn(Opcodes.ILOAD, 1);
        code.visitJumpInsn(Opcodes.IFGE, positive);
        code.visitVarInsn(Opcodes.ILOAD, 1);
        code.visitInsn(Opcodes.INEG);
        code.visitInsn(Opcodes.IRETURN);
        code.visitLabel(positive);
        if (frames) {
            code.visitFrame(Opcodes.F_SAME, 0, null, 0, null);
        }
        code.visitVarInsn(Opcodes.ILOAD, 1);
        code.visitInsn(Opcodes.IRETURN);
    }

    /** The absolute value, by a subroutine, as compilers once wrote finally. */
    private static void subroutine(MethodVisitor code) {
        Label routine = new Label();
        code.visitJumpInsn(Opcodes.JSR, routine);
        code.visitVarInsn(Opcodes.ILOAD, 1);
        code.visitInsn(Opcodes.IRETURN);
        code.visitLabel(routine);
        code.visitVarInsn(Opcodes.ASTORE, 2);
        code.visitVarInsn(Opcodes.ILOAD, 1);
        code.visitInsn(Opcodes.INEG);
        code.visitVarInsn(Opcodes.ISTORE, 1);
        code.visitVarInsn(Opcodes.RET, 2);
    }

    private static IntUnaryOperator load(byte[] classFile) {
        return new ApplicationLoader().with(old, classFile).create(old);
    }

    private static void assertSkipped(byte[] classFile, int version) {
        try (TestAgent agent = TestAgent.of(new OnOld())) {
            assertThat(load(classFile).applyAsInt(-2)).isEqualTo(2);
            assertThat(Seen.take()).isEmpty();
            assertThat(agent.state("old"))
                    .returns(State.INCOMPATIBLE, InstrumentationStatus::state)
                    .returns(Reason.OLD_CLASS_FILE, InstrumentationStatus::reason);
            assertThat(agent.state("old").message()).contains("major version " + version);
        }
    }

    @Test
    void version50WithFramesIsRaisedAndWoven() {
        try (TestAgent agent = TestAgent.of(new OnOld())) {
            IntUnaryOperator raised = load(classFile(Opcodes.V1_6, code -> branch(code, true)));
            assertThat(raised.applyAsInt(-2)).isEqualTo(2);
            assertThat(raised.applyAsInt(3)).isEqualTo(3);
            assertThat(Seen.take()).containsExactly("enter", "exit", "enter", "exit");
            assertThat(agent.status().errors()).containsEntry("old", 0L);
        }
    }

    @Test
    void version50WithoutFramesIsLeftAlone() {
        assertSkipped(classFile(Opcodes.V1_6, code -> branch(code, false)), 50);
    }

    @Test
    void version50WithASubroutineIsLeftAlone() {
        assertSkipped(classFile(Opcodes.V1_6, OldClassFilesTest::subroutine), 50);
    }

    @Test
    void version49IsLeftAlone() {
        assertSkipped(classFile(Opcodes.V1_5, code -> branch(code, false)), 49);
    }
}
