package io.autobot.agent.instrumentation.springcoreretry;

import io.autobot.agent.spi.CarriedField;

/** The fields that Reactor's retries carry for us. Apart, because the description is read where there is no Reactor. */
final class SpringCoreFields {
    /** Of a specification that was made for an annotated method: the {@code Method}. */
    static final CarriedField METHOD = new CarriedField("method", Object.class);

    /** Of the same: the {@code Class} that the method was called on. */
    static final CarriedField TARGET = new CarriedField("target", Object.class);

    private SpringCoreFields() {}
}
