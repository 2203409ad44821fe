package io.autobot.agent.simulator.sdk;

import io.autobot.agent.simulator.Exchange;
import io.autobot.agent.simulator.ProviderSimulator;
import io.autobot.agent.simulator.Usage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/**
 * Real clients prove that the replies are what they expect: what they read must be what the ledger has. The rarer ones
 * run in the matrix only.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SdkTest {
    ProviderSimulator simulator;

    @BeforeAll
    void start() {
        simulator = ProviderSimulator.start();
        connect();
    }

    @AfterAll
    void stop() {
        simulator.close();
    }

    /** Makes the client. */
    abstract void connect();

    Exchange line() {
        return simulator.ledger().settled().last();
    }

    Usage usage() {
        return line().usage();
    }
}
