package io.autobot.agent.instrumentation.langchain4jagentic;

import dev.langchain4j.agentic.Agent;
import dev.langchain4j.service.MemoryId;
import dev.langchain4j.service.UserMessage;
import dev.langchain4j.service.V;
import java.util.List;

/** The interfaces of systems, and of agents that are models. */
public final class Systems {
    private Systems() {}

    /** Named. */
    public interface Write {
        @Agent(name = "write", description = "writes")
        String write(@V("topic") String topic);
    }

    /** Named by its method. */
    public interface Polish {
        @Agent("polishes")
        String polish(@V("topic") String topic);
    }

    /** Within another. */
    public interface Refine {
        @Agent(name = "refine", description = "refines")
        Object again(@V("topic") String topic);
    }

    /** Several at a time. */
    public interface Gather {
        @Agent(name = "gather", description = "gathers")
        String gather(@V("topic") String topic);
    }

    /** One of several. */
    public interface Route {
        @Agent(name = "route", description = "routes")
        String route(@V("topic") String topic);
    }

    /** With a scope that stays. */
    public interface Remember {
        @Agent(name = "remember", description = "remembers")
        String remember(@MemoryId int user, @V("topic") String topic);
    }

    /** Asks somebody. */
    public interface Approve {
        @Agent(name = "approve", description = "asks somebody")
        String approve(@V("request") String request);
    }

    /** Over a list. */
    public interface Each {
        @Agent(name = "each", description = "does it for each")
        List<String> each(@V("topics") List<String> topics);
    }

    /** A model that needs what may not be there, from 1.13 on. */
    public interface Picky {
        @UserMessage("Write in the style of {{style}}")
        @Agent(name = "picky", description = "needs a style", optional = true, outputKey = "poem")
        String poem(@V("style") String style);
    }

    /** A model. */
    public interface Poet {
        @UserMessage("Write about {{topic}}")
        @Agent(name = "poet", description = "writes a poem")
        String poem(@V("topic") String topic);
    }
}
