package io.autobot.agent.config;

/** Whether the endpoint asks its TLS clients for a certificate. */
public enum ClientAuth {
    /** Does not ask. */
    NONE,
    /** Asks, and serves those without one too. */
    WANT,
    /** Serves only those that present a trusted one. */
    NEED
}
