package io.autobot.agent.tasks;

/** A queue whose length is asked for at scrape. Must not keep its pool alive; called by scraping threads. */
public interface TaskQueue {
    /** How many tasks wait and could run now. */
    long waiting();

    /** Lets go of what nobody has any more; called every second on the agent's own thread. */
    void tidy();

    /** Whether the pool has ended, or is nobody's any more: nobody asks again. Cheap; asked every second. */
    boolean ended();

    TaskPriority priority();
}
