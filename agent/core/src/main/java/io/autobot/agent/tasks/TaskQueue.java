package io.autobot.agent.tasks;

/** A queue whose length is asked for at scrape. Must not keep its pool alive; called by scraping threads. */
public interface TaskQueue {
    /** How many tasks wait and could run now; negative once the pool has ended, after which nobody asks again. */
    long waiting();

    TaskPriority priority();
}
