package com.acme.flows;

/** Steps, named by their methods. */
public class OrderSteps {
    public void reserve() {
        reserve("everything");
    }

    /** The same step: the other one calls it. */
    public void reserve(String what) {}

    public boolean ship(String how) {
        if (how.equals("LOST")) {
            throw new IllegalStateException(how);
        }
        return true;
    }

    @Override
    public String toString() {
        return "steps";
    }
}
