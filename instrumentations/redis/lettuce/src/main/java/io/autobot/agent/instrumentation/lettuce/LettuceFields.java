package io.autobot.agent.instrumentation.lettuce;

import io.autobot.agent.spi.CarriedField;

/** The fields that Lettuce's classes carry for us. Apart, because the description is read where there is no Lettuce. */
final class LettuceFields {
    /** Of a command: when it was handed over. */
    static final CarriedField START = new CarriedField("start", long.class);

    /** Of a command, the connection it went over last; of an endpoint, the connection that it is. */
    static final CarriedField CHANNEL = new CarriedField("channel", Object.class);

    private LettuceFields() {}
}
