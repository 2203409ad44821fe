package io.autobot.agent.instrumentation.lettuce;

import io.autobot.agent.spi.CarriedField;

/**
 * Fields of ours in classes of Lettuce. In a class of their own: the description names them where there is no Lettuce,
 * in the build and in the agent's own loader.
 */
final class LettuceFields {
    /** Of a command: when it was handed over. */
    static final CarriedField START = new CarriedField("start", long.class);

    /** Of a command: the connection it went over last. */
    static final CarriedField COMMAND_CHANNEL = new CarriedField("channel", Object.class);

    /** Of an endpoint: the connection it stands for. */
    static final CarriedField ENDPOINT_CHANNEL = new CarriedField("channel", Object.class);

    private LettuceFields() {}
}
