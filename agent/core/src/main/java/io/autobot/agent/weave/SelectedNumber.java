package io.autobot.agent.weave;

import io.autobot.agent.spi.HookNumber;
import io.autobot.agent.spi.MethodSelection;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.annotation.AnnotationDescription;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.method.ParameterDescription;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import net.bytebuddy.implementation.bytecode.constant.IntegerConstant;

/** Writes the number of the woven method as a constant where advice takes {@link HookNumber}. */
record SelectedNumber(MethodSelection selection)
        implements Advice.OffsetMapping, Advice.OffsetMapping.Factory<HookNumber> {
    @Override
    public Class<HookNumber> getAnnotationType() {
        return HookNumber.class;
    }

    @Override
    public Advice.OffsetMapping make(
            ParameterDescription.InDefinedShape parameter,
            AnnotationDescription.Loadable<HookNumber> annotation,
            AdviceType adviceType) {
        return this;
    }

    @Override
    public Target resolve(
            TypeDescription type,
            MethodDescription method,
            Assigner assigner,
            Advice.ArgumentHandler arguments,
            Sort sort) {
        return new Target.ForStackManipulation(IntegerConstant.forValue(
                selection.number(type.getName(), method.getInternalName(), method.getDescriptor(), method.isStatic())));
    }
}
