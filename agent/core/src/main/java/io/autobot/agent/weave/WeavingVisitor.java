package io.autobot.agent.weave;

import io.autobot.agent.spi.CarriedField;
import java.util.List;
import net.bytebuddy.ClassFileVersion;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.dynamic.scaffold.TypeInitializer;
import net.bytebuddy.implementation.Implementation;
import net.bytebuddy.implementation.auxiliary.AuxiliaryType;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import net.bytebuddy.pool.TypePool;
import net.bytebuddy.utility.OpenedClassReader;

/** Wraps the hooked methods of one class in their advice, adds our fields and leaves everything else as it is. */
final class WeavingVisitor extends ClassVisitor {
    private final int version;
    private final TypeDescription type;
    private final MethodHooks hooks;
    private final List<CarriedField> fields;
    private final TypePool pool;
    private final Implementation.Context context;

    WeavingVisitor(
            ClassVisitor next,
            int version,
            TypeDescription type,
            MethodHooks hooks,
            List<CarriedField> fields,
            TypePool pool) {
        super(OpenedClassReader.ASM_API, next);
        this.version = version;
        this.type = type;
        this.hooks = hooks;
        this.fields = fields;
        this.pool = pool;
        ClassFileVersion written = ClassFileVersion.ofMinorMajor(version);
        this.context = Implementation.Context.Disabled.Factory.INSTANCE.make(
                type,
                new AuxiliaryType.NamingStrategy.SuffixingRandom("autobot"),
                TypeInitializer.None.INSTANCE,
                written,
                written,
                Implementation.Context.FrameGeneration.GENERATE);
    }

    @Override
    public void visit(int original, int access, String name, String sign, String parent, String[] interfaces) {
        // The upper half is the minor version, which marks preview features and must survive.
        super.visit(original & 0xFFFF0000 | version, access, name, sign, parent, interfaces);
    }

    @Override
    public void visitEnd() {
        for (CarriedField field : fields) {
            super.visitField(
                            Opcodes.ACC_PUBLIC | Opcodes.ACC_TRANSIENT | Opcodes.ACC_SYNTHETIC,
                            field.memberName(),
                            Type.getDescriptor(field.type()),
                            null,
                            null)
                    .visitEnd();
        }
        super.visitEnd();
    }

    @Override
    public MethodVisitor visitMethod(int access, String name, String descriptor, String sign, String[] thrown) {
        MethodVisitor visitor = super.visitMethod(access, name, descriptor, sign, thrown);
        MethodHooks.Hooked hooked = hooks.find(name, descriptor);
        if (hooked == null) {
            return visitor;
        }
        for (LinkableAdvice advice : hooked.advices().values()) {
            visitor = advice.wrap(type, hooked.method(), visitor, context, pool);
        }
        return visitor;
    }
}
