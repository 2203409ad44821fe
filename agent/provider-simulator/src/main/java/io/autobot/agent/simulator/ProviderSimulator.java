package io.autobot.agent.simulator;

import io.autobot.agent.simulator.server.Ports;
import java.util.EnumMap;
import java.util.Map;

/**
 * LLM providers and GitHub on local ports. Each {@link Endpoint} has a port of its own, opened when first asked for,
 * that speaks HTTP/1.1, cleartext HTTP/2 (upgrade and prior knowledge) and TLS with both, whichever the client begins.
 *
 * <p>Safe for use by several threads.
 */
public final class ProviderSimulator implements AutoCloseable {
    private final Ledger ledger = new Ledger();
    private final Gates gates = new Gates();
    private final Script script = new Script();
    private final TrustMaterial trust = new TrustMaterial();
    private final Ports ports;

    private ProviderSimulator(String bind) {
        ports = new Ports(bind, this);
    }

    /** Starts on the loopback address. */
    public static ProviderSimulator start() {
        return new ProviderSimulator("127.0.0.1");
    }

    /** Starts on an address of the caller's choice. */
    public static ProviderSimulator start(String bind) {
        return new ProviderSimulator(bind);
    }

    /** The port of an endpoint. */
    public int port(Endpoint endpoint) {
        return ports.open(endpoint, 0);
    }

    /** Opens an endpoint on a port of the caller's choice, before it is asked for. */
    public ProviderSimulator open(Endpoint endpoint, int port) {
        ports.open(endpoint, port);
        return this;
    }

    /** Where an endpoint is reached in clear text, without a path: {@code http://127.0.0.1:PORT}. */
    public String url(Endpoint endpoint) {
        return "http://127.0.0.1:" + port(endpoint);
    }

    /** Where an endpoint is reached over TLS, without a path: {@code https://localhost:PORT}. */
    public String tlsUrl(Endpoint endpoint) {
        return "https://localhost:" + port(endpoint);
    }

    /** As {@link #url(Endpoint)}, with a prefix that gives all requests below it one behaviour. */
    public String url(Endpoint endpoint, Behaviour behaviour) {
        return url(endpoint) + "/" + behaviour.marker();
    }

    /** The ports open so far. */
    public Map<Endpoint, Integer> openPorts() {
        return new EnumMap<>(ports.open());
    }

    /** The port of the admin service; see the package's description. */
    public int adminPort() {
        return ports.admin(0);
    }

    /** Opens the admin service on a port of the caller's choice. */
    public ProviderSimulator admin(int port) {
        ports.admin(port);
        return this;
    }

    /** The next call of any endpoint gets this behaviour. May be said several times, for one call each. */
    public ProviderSimulator next(Behaviour behaviour) {
        script.add(null, behaviour);
        return this;
    }

    /** The next call of one endpoint gets this behaviour. */
    public ProviderSimulator next(Endpoint endpoint, Behaviour behaviour) {
        script.add(endpoint, behaviour);
        return this;
    }

    /** A gate that behaviours name. */
    public Gate gate(String name) {
        return gates.gate(name);
    }

    /** What was asked and sent. */
    public Ledger ledger() {
        return ledger;
    }

    /** What a client needs for TLS. */
    public TrustMaterial trust() {
        return trust;
    }

    /** Behaviours that wait. For the server. */
    public Script script() {
        return script;
    }

    /** All gates. For the server. */
    public Gates gates() {
        return gates;
    }

    /** Opens all gates, closes all ports and connections. */
    @Override
    public void close() {
        gates.openAll();
        ports.close();
    }
}
