package com.acme.flows;

/** Tasks. */
public class Mailer {
    public void send(String to) {
        if (to == null) {
            throw new NullPointerException("to");
        }
    }

    public int count(int letters) {
        return letters;
    }
}
