package io.autobot.agent.instrumentation.langchain4jagentic;

import dev.langchain4j.agentic.Agent;
import dev.langchain4j.agentic.scope.AgenticScope;
import dev.langchain4j.service.V;
import java.net.SocketTimeoutException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** Agents that are no models, each of which tells the ledger how it ended. */
public final class Agents {
    private Agents() {}

    /** What all have. */
    public abstract static class Counted {
        private final Ledger ledger;
        private final String system;

        Counted(Ledger ledger, String system) {
            this.ledger = ledger;
            this.system = system;
        }

        String completed(String agent) {
            ledger.step(system, agent, "completed");
            return agent;
        }
    }

    /** One that does its work. */
    public static final class Draft extends Counted {
        Draft(Ledger ledger, String system) {
            super(ledger, system);
        }

        @Agent(name = "draft", description = "writes a draft")
        public String draft(@V("topic") String topic) {
            return completed("draft");
        }
    }

    /** Another one, named by its method. */
    public static final class Edit extends Counted {
        Edit(Ledger ledger, String system) {
            super(ledger, system);
        }

        @Agent("edits a draft")
        public String edit(@V("topic") String topic) {
            return completed("edit");
        }
    }

    /** One whose verdict is better each time. */
    public static final class Score extends Counted {
        Score(Ledger ledger, String system) {
            super(ledger, system);
        }

        @Agent(name = "score", description = "scores a draft")
        public String score(AgenticScope scope) {
            scope.writeState("score", scope.readState("score", 0) + 1);
            return completed("score");
        }
    }

    /** One that fails for as long as it is told to. */
    public static final class Flaky extends Counted {
        private final AtomicInteger failures;

        Flaky(Ledger ledger, String system, int failures) {
            super(ledger, system);
            this.failures = new AtomicInteger(failures);
        }

        @Agent(name = "flaky", description = "fails at times")
        public String call(@V("topic") String topic) throws Exception {
            if (failures.getAndDecrement() > 0) {
                throw new SocketTimeoutException("this agent fails");
            }
            return completed("flaky");
        }
    }

    /** One that waits until it may go on. */
    public static final class Patient extends Counted {
        private final CountDownLatch gate;
        private final CountDownLatch waiting = new CountDownLatch(1);

        Patient(Ledger ledger, String system, CountDownLatch gate) {
            super(ledger, system);
            this.gate = gate;
        }

        void awaitWaiting() throws InterruptedException {
            waiting.await();
        }

        @Agent(name = "patient", description = "waits")
        public String wait(@V("topic") String topic) throws InterruptedException {
            waiting.countDown();
            gate.await();
            return completed("patient");
        }
    }

    /** One that is not waited for, in releases that have such. */
    public static final class Slow extends Counted {
        private final CountDownLatch gate;

        Slow(Ledger ledger, String system, CountDownLatch gate) {
            super(ledger, system);
            this.gate = gate;
        }

        @Agent(name = "slow", description = "takes its time", async = true, outputKey = "slow")
        public String slow(@V("topic") String topic) throws InterruptedException {
            gate.await();
            return completed("slow");
        }
    }

    /** One that is not waited for and fails for as long as it is told to. */
    public static final class Later extends Counted {
        private final AtomicInteger failures;

        Later(Ledger ledger, String system, int failures) {
            super(ledger, system);
            this.failures = new AtomicInteger(failures);
        }

        @Agent(name = "later", description = "fails at times", async = true, outputKey = "later")
        public String later(@V("topic") String topic) {
            if (failures.getAndDecrement() > 0) {
                throw new IllegalStateException("this agent fails later");
            }
            return completed("later");
        }
    }

    /** One that lets the slow one go on. */
    public static final class Opener extends Counted {
        private final CountDownLatch gate;

        Opener(Ledger ledger, String system, CountDownLatch gate) {
            super(ledger, system);
            this.gate = gate;
        }

        @Agent(name = "opener", description = "opens the gate")
        public String open(@V("topic") String topic) {
            completed("opener");
            gate.countDown();
            return "open";
        }
    }

    /** One that calls a system of its own. */
    public static final class Caller extends Counted {
        private final Systems.Write other;

        Caller(Ledger ledger, String system, Systems.Write other) {
            super(ledger, system);
            this.other = other;
        }

        @Agent(name = "caller", description = "calls another system")
        public String call(@V("topic") String topic) {
            other.write(topic);
            return completed("caller");
        }
    }
}
