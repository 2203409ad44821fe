package io.autobot.agent.instrumentation.apachehttpclient5;

import io.autobot.agent.spi.CarriedField;

/** What the library's objects carry for us. Without references to the library: read at build time too. */
final class ApacheFields {
    /** The call that the application cancels by this object. */
    static final CarriedField EXCHANGE = new CarriedField("exchange", Object.class);

    private ApacheFields() {}
}
