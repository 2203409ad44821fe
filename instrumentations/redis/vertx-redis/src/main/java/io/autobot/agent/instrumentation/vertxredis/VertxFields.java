package io.autobot.agent.instrumentation.vertxredis;

import io.autobot.agent.spi.CarriedField;

/** What we keep in Vert.x' own objects. */
final class VertxFields {
    /** In a request: when a cluster's client made its first attempt at it; 0 outside a cluster. */
    static final CarriedField FIRST_SENT = new CarriedField("firstSent", long.class);

    /** In the lease of a connection: it was returned. */
    static final CarriedField RETURNED = new CarriedField("returned", boolean.class);

    private VertxFields() {}
}
