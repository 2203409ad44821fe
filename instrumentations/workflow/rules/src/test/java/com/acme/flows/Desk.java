package com.acme.flows;

/** Where people decide. */
public class Desk {
    public void ask(String flow) {}

    public Boolean decide(String flow, Boolean decision) {
        if (decision == null) {
            throw new IllegalStateException("nobody there");
        }
        return decision;
    }

    public void sign(String flow, String colour) {}
}
