package io.autobot.agent.weave;

import io.autobot.agent.spi.HookArgument;
import io.autobot.agent.spi.MethodSelection;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.annotation.AnnotationDescription;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.method.ParameterDescription;
import net.bytebuddy.description.method.ParameterList;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import net.bytebuddy.implementation.bytecode.constant.NullConstant;

/** Reads the argument that a selection chose where advice takes {@link HookArgument}; the others are not touched. */
record SelectedArgument(MethodSelection selection) implements Advice.OffsetMapping.Factory<HookArgument> {
    @Override
    public Class<HookArgument> getAnnotationType() {
        return HookArgument.class;
    }

    @Override
    public Advice.OffsetMapping make(
            ParameterDescription.InDefinedShape parameter,
            AnnotationDescription.Loadable<HookArgument> annotation,
            AdviceType adviceType) {
        int slot = annotation.getValue("value").resolve(Integer.class);
        return new Chosen(selection.argument(slot), parameter.getType());
    }

    private record Chosen(int index, TypeDescription.Generic target) implements Advice.OffsetMapping {
        @Override
        public Target resolve(
                TypeDescription type,
                MethodDescription method,
                Assigner assigner,
                Advice.ArgumentHandler arguments,
                Sort sort) {
            ParameterList<?> parameters = method.getParameters();
            if (index < 0 || index >= parameters.size() || wouldBeBoxed(parameters.get(index))) {
                return new Target.ForStackManipulation(NullConstant.INSTANCE);
            }
            return new ForArgument.Unresolved(target, true, Assigner.Typing.DYNAMIC, index, true)
                    .resolve(type, method, assigner, arguments, sort);
        }

        /** Both booleans are there already. */
        private static boolean wouldBeBoxed(ParameterDescription parameter) {
            TypeDescription type = parameter.getType().asErasure();
            return type.isPrimitive() && !type.represents(boolean.class);
        }
    }
}
