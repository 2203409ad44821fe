package io.autobot.agent.instrumentation.redisson;

import io.autobot.agent.spi.CarriedField;

/** What we keep in Redisson's own objects. */
final class RedissonFields {
    /** In an executor: the command or batch that its present attempt handed to a connection. */
    static final CarriedField SENT = new CarriedField("sent", Object.class);

    /** In the executor of a batch: its commands. */
    static final CarriedField BATCH = new CarriedField("batch", Object.class);

    /** In an executor: when the present attempt, or the first of those that were redirected, was handed over. */
    static final CarriedField START = new CarriedField("start", long.class);

    /** In an executor: when it asked its pool for a connection. */
    static final CarriedField ASKED = new CarriedField("asked", long.class);

    /** In a command: the reply was nil or empty. */
    static final CarriedField NIL = new CarriedField("nil", boolean.class);

    private RedissonFields() {}
}
