package io.autobot.agent.instrumentation.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.flows.Odd;
import io.autobot.agent.status.RuleStatus;
import io.autobot.agent.status.RuleStatus.State;
import io.autobot.agent.testkit.inprocess.WeavingExtension;
import io.autobot.agent.testkit.scrape.Scrape;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What cannot be as a rule says is told by the rule's name, once, and the rest holds. */
class ProblematicRulesTest {
    private static final String STEPS = "autobot_workflow_steps_executed_total";

    @RegisterExtension
    static final WeavingExtension agent =
            WeavingExtension.of(new RulesInstrumentation()).configured("config=" + Yaml.path("problems"));

    private RuleStatus rule(String name) {
        return agent.rules().stream()
                .filter(rule -> rule.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private void assertProblem(String rule, State state, String message) {
        assertThat(rule(rule).state()).isEqualTo(state);
        assertThat(rule(rule).message()).isEqualTo(message);
    }

    private void assertWarned(String rule, String... messages) {
        for (String message : messages) {
            assertThat(agent.status().warnings()).containsOnlyOnce("rule '" + rule + "': " + message);
        }
    }

    @Test
    void classesThatAreNotThereAndMethodsThatAreNot() {
        assertThat(new Odd()).isNotNull();
        Odd.Contract contract = new Odd.Fulfilment();
        contract.fulfil();

        assertProblem("absent", State.NOT_SEEN, "no class com.acme.flows.NoSuch was loaded so far");
        assertProblem(
                "nested",
                State.NOT_SEEN,
                "no class com.acme.flows.Odd.Named was loaded so far; a nested class is written"
                        + " com.acme.flows.Odd$Named");
        String declared = "is none of the methods that com.acme.flows.Odd declares itself, which are ";
        assertThat(rule("no-method").state()).isEqualTo(State.NO_MATCH);
        assertThat(rule("no-method").message()).startsWith("com.acme.flows.Odd.nmaed " + declared);
        assertThat(agent.status().warnings())
                .anySatisfy(line -> assertThat(line)
                        .startsWith("rule 'no-method': com.acme.flows.Odd.nmaed " + declared)
                        .endsWith(", ..."));
        assertThat(rule("no-overload").message()).startsWith("com.acme.flows.Odd.named(String) " + declared);
        assertWarned(
                "interface",
                "com.acme.flows.Odd$Contract.fulfil has no code in com.acme.flows.Odd$Contract; name the class that"
                        + " implements it, or use a pattern such as com.acme.flows.*.fulfil");
        assertThat(rule("pattern"))
                .isEqualTo(new RuleStatus(
                        "pattern",
                        "step",
                        State.NO_MATCH,
                        "no class com.acme.flows.Odd* that was loaded so far has such a method"));
        // Only what was named, and not what a pattern met.
        assertThat(agent.status().warnings()).noneMatch(line -> line.contains("'pattern'"));
    }

    @Test
    void valuesThatCannotBeRead() {
        Odd odd = new Odd();
        odd.named(new Odd.Named());
        odd.named(new Odd.Named());
        odd.numbered(1);
        Odd.fixed();
        String missing = "com.acme.flows.Odd$Named has no method ";
        String called = " that could be called and gives a name";

        assertWarned("getter", "'$1.nmae' cannot be read: " + missing + "nmae() or getNmae()" + called);
        assertThat(rule("getter").state()).isEqualTo(State.INCOMPLETE);
        assertWarned("number", "'$1.number' cannot be read: " + missing + "number() or getNumber()" + called);
        assertWarned("throwing", "'$1.failing' cannot be read: it threw java.lang.UnsupportedOperationException");
        assertWarned(
                "object",
                "'type' was given a com.acme.flows.Odd$Named, which is neither a text nor an enum; name a getter of it,"
                        + " as in $1.kind");
        assertWarned("third", "'$3' cannot be read: com.acme.flows.Odd.named takes 1 arguments");
        assertWarned(
                "int", "'$1' cannot be read: in com.acme.flows.Odd.numbered it is a number, of type int, and no name");
        assertWarned("void", "'$return' cannot be read: in com.acme.flows.Odd.named it is void");
        assertWarned("static", "'$this.name' cannot be read: com.acme.flows.Odd.fixed is static");
        for (String workflow : new String[] {"getter", "number", "throwing", "object", "third", "void"}) {
            assertThat(agent.scrape().sum(STEPS, "workflow_type", workflow, "step_type", "unknown"))
                    .as(workflow)
                    .isEqualTo(2);
        }
        assertThat(agent.scrape().sum(STEPS, "workflow_type", "named", "step_type", "asked"))
                .isEqualTo(2);
        assertThat(rule("named").state()).isEqualTo(State.ACTIVE);
    }

    @Test
    void idsAreNoTypesAndTypesAreFew() {
        Odd odd = new Odd();
        for (String id : List.of(
                "8f14e45f-ceea-467f-a8f9-1c7f4e1c8a36", "order-20261128", "42", "a".repeat(65), "d41d8cd98f00b204")) {
            odd.typed(id);
        }
        for (int i = 0; i < 100; i++) {
            odd.typed("type" + i);
        }
        Scrape within = agent.scrape();
        odd.typed("type100");
        odd.typed("type99");

        assertThat(within.value(STEPS, "workflow_type", "words", "step_type", "other", "status", "completed"))
                .isEqualTo(5);
        assertThat(agent.scrape().value(STEPS, "workflow_type", "words", "step_type", "other", "status", "completed"))
                .isEqualTo(6);
        assertThat(agent.scrape().value(STEPS, "workflow_type", "words", "step_type", "type99", "status", "completed"))
                .isEqualTo(2);
        assertWarned(
                "words",
                "'type' was given what looks like an id, a number or a long text instead of a name; such values count as"
                        + " \"other\"",
                "'type' was given more than 100 different values; further ones count as \"other\"");
    }

    @Test
    void wordsThatSayNothing() {
        Odd odd = new Odd();
        odd.worded("FAILED");
        odd.worded("BROKEN");
        odd.worded("BROKEN");
        odd.worded(null);

        assertThat(agent.scrape().value(STEPS, "workflow_type", "status", "step_type", "worded", "status", "failed"))
                .isEqualTo(1);
        assertThat(agent.scrape().value(STEPS, "workflow_type", "status", "step_type", "worded", "status", "completed"))
                .isEqualTo(3);
        assertWarned(
                "status",
                "'status' was given 'BROKEN', which is no known word and counts as a success; say what it means in"
                        + " 'words'");
    }

    @Test
    void whatEndsLaterWithoutTellingAnybody() {
        Odd odd = new Odd();
        odd.future(new CompletableFuture<>());
        assertThat(odd.suspending(null)).isNull();

        assertWarned(
                "later",
                "com.acme.flows.Odd.future returns a java.util.concurrent.Future, whose end cannot be seen; the call"
                        + " counts as ended when it returns",
                "com.acme.flows.Odd.suspending is a suspending function of Kotlin, whose end cannot be seen; it is left"
                        + " alone");
        assertProblem(
                "suspended",
                State.NO_MATCH,
                "com.acme.flows.Odd.suspending is a suspending function of Kotlin, whose end cannot be seen; it is left"
                        + " alone");
        assertThat(agent.status().warnings().stream().filter(line -> line.contains("'suspended'")))
                .hasSize(1);
        assertThat(agent.scrape().find(STEPS, "step_type", "suspending")).isEmpty();
    }
}
