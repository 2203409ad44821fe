package io.autobot.agent.instrumentation.langchain4jagentic;

import static dev.langchain4j.agentic.AgenticServices.sequenceBuilder;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** People who say yes, no, something else, nothing. */
final class PeopleInSystems {
    private final Ledger ledger;

    PeopleInSystems(Ledger ledger) {
        this.ledger = ledger;
    }

    void run() {
        for (String decision : new String[] {"approved", "rejected", "completed"}) {
            ask(() -> decision.equals("completed") ? "let me think" : decision);
            ledger.person("approve", decision);
            ledger.step("approve", "askUser", "completed");
            ledger.system("approve", "success");
        }
        assertThatThrownBy(() -> ask(() -> sneaky(new TimeoutException("nobody there"))))
                .hasStackTraceContaining("nobody there");
        ledger.person("approve", "expired");
        ledger.step("approve", "askUser", "failed");
        ledger.system("approve", "failed");
    }

    private void ask(Supplier<?> person) {
        ledger.person("approve", "requested");
        ledger.heard(sequenceBuilder(Systems.Approve.class))
                .subAgents(Release.person(person))
                .build()
                .approve("may I?");
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> Object sneaky(Throwable thrown) throws T {
        throw (T) thrown;
    }
}
