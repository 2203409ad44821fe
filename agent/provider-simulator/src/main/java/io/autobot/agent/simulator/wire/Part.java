package io.autobot.agent.simulator.wire;

import io.autobot.agent.simulator.Usage;

/**
 * One document of a reply: the whole of a plain one, one event or line of a stream.
 *
 * @param event name of the event where the framing has names, else null
 * @param document what {@link Json} can write; a {@code String} is taken as it is, a {@code byte[]} likewise
 * @param usage all figures a client knows once it has this part; null when this part says nothing about them
 * @param content whether it carries generated text, and so may be repeated
 */
public record Part(String event, Object document, Usage usage, boolean content) {

    /** A document that says nothing of tokens. */
    public static Part of(Object document) {
        return new Part(null, document, null, false);
    }

    /** A named event that says nothing of tokens. */
    public static Part event(String event, Object document) {
        return new Part(event, document, null, false);
    }

    /** The same, marked as generated text. */
    public Part text() {
        return new Part(event, document, usage, true);
    }

    /** The same with figures, or without when there are none. */
    public Part carrying(Usage figures) {
        return new Part(event, document, figures, content);
    }
}
