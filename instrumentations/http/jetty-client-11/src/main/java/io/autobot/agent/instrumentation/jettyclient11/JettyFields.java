package io.autobot.agent.instrumentation.jettyclient11;

import io.autobot.agent.spi.CarriedField;

/** What the library's objects carry for us. Without references to the library: read at build time too. */
final class JettyFields {
    /** The exchange, as Jetty names an attempt, that the body of a request is sent in. */
    static final CarriedField EXCHANGE = new CarriedField("exchange", Object.class);

    private JettyFields() {}
}
