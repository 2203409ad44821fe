package io.autobot.agent.spi;

/**
 * Names what to weave for one library: data, no logic. Implementations have a public no-argument constructor, are
 * listed once in the distribution's list, and are loaded in a running service only when the first of their target
 * classes is.
 */
public interface Instrumentation {
    /**
     * Fills in the description. Called at build time to generate the gate's index and, in a service, on the thread
     * that loads the first target class.
     */
    void describe(Description description);
}
