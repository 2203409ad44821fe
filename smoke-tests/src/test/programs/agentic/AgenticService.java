package agentic;

import dev.langchain4j.agentic.Agent;
import dev.langchain4j.agentic.AgenticServices;
import dev.langchain4j.service.V;

/** An agentic system with a part that runs in parallel on the library's own pool; ends when its input does. */
public final class AgenticService {
    private AgenticService() {}

    public interface Publish {
        @Agent(name = "publish", description = "publishes")
        String publish(@V("topic") String topic);
    }

    public interface Review {
        @Agent(name = "review", description = "reviews")
        Object review(@V("topic") String topic);
    }

    public static final class Write {
        @Agent(name = "write", description = "writes", outputKey = "text")
        public String write(@V("topic") String topic) {
            return "about " + topic;
        }
    }

    public static final class Spelling {
        @Agent(name = "spelling", description = "looks at the spelling", outputKey = "spelling")
        public String look(@V("text") String text) {
            return "fine";
        }
    }

    public static final class Style {
        @Agent(name = "style", description = "looks at the style", async = true, outputKey = "style")
        public String look(@V("text") String text) {
            if (text.contains("nothing")) {
                throw new IllegalArgumentException("no style at all");
            }
            return "good";
        }
    }

    public static void main(String[] args) throws Exception {
        Review review = AgenticServices.parallelBuilder(Review.class)
                .subAgents(new Spelling(), new Style())
                .build();
        Publish publish = AgenticServices.sequenceBuilder(Publish.class)
                .subAgents(new Write(), review)
                .build();
        publish.publish("tea");
        publish.publish("coffee");
        try {
            publish.publish("nothing");
        } catch (RuntimeException expected) {
            System.out.println("failed");
        }
        System.out.println("ready");
        while (System.in.read() >= 0) {
            Thread.onSpinWait();
        }
        System.exit(0);
    }
}
