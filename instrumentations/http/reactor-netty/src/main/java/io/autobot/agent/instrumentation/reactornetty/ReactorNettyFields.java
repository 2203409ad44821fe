package io.autobot.agent.instrumentation.reactornetty;

import io.autobot.agent.spi.CarriedField;

/** What the library's objects carry for us. Without references to the library: read at build time too. */
final class ReactorNettyFields {
    /** The {@link ReactorCall} that an operation is an attempt of. */
    static final CarriedField CALL = new CarriedField("call", Object.class);

    private ReactorNettyFields() {}
}
