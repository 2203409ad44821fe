package io.autobot.agent.instrumentation.vertxhttp;

import io.autobot.agent.spi.CarriedField;

/** What the library's objects carry for us. Without references to the library: read at build time too. */
final class VertxHttpFields {
    /** The {@link VertxCall} that a request is the first of, or one that a redirect led to. */
    static final CarriedField CALL = new CarriedField("call", Object.class);

    private VertxHttpFields() {}
}
