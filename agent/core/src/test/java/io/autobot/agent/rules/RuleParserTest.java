package io.autobot.agent.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.autobot.agent.rules.ValueForm.Source;
import io.autobot.agent.tasks.TaskStatus;
import io.autobot.agent.workflow.Decision;
import io.autobot.agent.workflow.StepStatus;
import io.autobot.agent.workflow.WorkflowStatus;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleParserTest {
    private final List<String> problems = new ArrayList<>();

    /** Rules of texts such as {@code kind=step method=a.B.c}. */
    private List<Rule> parse(String... rules) {
        Map<String, String> entries = new LinkedHashMap<>();
        for (int i = 0; i < rules.length; i++) {
            for (String field : rules[i].split(" ")) {
                int equals = field.indexOf('=');
                entries.put("r" + i + "." + field.substring(0, equals), field.substring(equals + 1));
            }
        }
        return new RuleParser((place, what) -> problems.add(place + ": " + what)).parse(entries);
    }

    private Rule rule(String text) {
        List<Rule> rules = parse(text);
        assertThat(problems).isEmpty();
        return rules.get(0);
    }

    @Test
    void whatARuleDoesNotSayIsTakenFromTheNamesInTheCode() {
        Rule workflow = rule("kind=workflow method=com.acme.OrderFlow.run");
        assertThat(workflow.method()).isEqualTo(new MethodPattern("com.acme.OrderFlow", "run", null));
        assertThat(workflow.type().source()).isEqualTo(Source.CLASS);
        assertThat(workflow.outcome()).isNull();
        assertThat(rule("kind=STEP method=com.acme.OrderFlow#run").type().source())
                .isEqualTo(Source.METHOD);
        assertThat(rule("kind=task method=com.acme.OrderFlow.run").type().source())
                .isEqualTo(Source.CLASS_AND_METHOD);
        Rule approval = rule("kind=approval method=com.acme.OrderFlow.run");
        assertThat(approval.type()).isNull();
        assertThat(approval.outcome().source()).isEqualTo(Source.RETURNED);
    }

    @ParameterizedTest
    @CsvSource({
        "order, CONSTANT, order",
        "'\"class\"', CONSTANT, class",
        "class, CLASS, class",
        "method, METHOD, method",
        "class.method, CLASS_AND_METHOD, class.method",
        "$1, ARGUMENT, $1",
        "$12.order.kind(), ARGUMENT, $12.order.kind",
        "$this.name, THIS, $this.name",
        "$return, RETURNED, $return",
        "$return.status, RETURNED, $return.status"
    })
    void valuesComeFromTheCall(String text, Source source, String shown) {
        ValueForm form = rule("kind=workflow method=a.B.c type=" + text).type();
        assertThat(form.source()).isEqualTo(source);
        assertThat(form).hasToString(shown);
    }

    @Test
    void everyFieldIsRead() {
        Rule rule = rule("kind=step method=com.acme.*Steps.do*(String,int,*) type=$1 workflow=orders"
                + " status=$return.state words.BROKEN=failed words=Gone->cancelled;LEFT->skipped");
        assertThat(rule.name()).isEqualTo("r0");
        assertThat(rule.method()).hasToString("com.acme.*Steps.do*(String,int,*)");
        assertThat(rule.workflow().constant()).isEqualTo("orders");
        assertThat(rule.outcome().getters()).containsExactly("state");
        assertThat(rule.words()).isEqualTo(Map.of("broken", "failed", "gone", "cancelled", "left", "skipped"));
        assertThat(rule("kind=task method=a.B.c agent=mail").agent().constant()).isEqualTo("mail");
        assertThat(rule("kind=approval method=a.B.c decision=requested")
                        .outcome()
                        .constant())
                .isEqualTo("requested");
        assertThat(rule("kind=approval method=a.B.c decision=$2.yes words.GREEN=approved")
                        .outcome()
                        .argument())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "method=a.B.c | 'kind' has to be one of workflow, step, approval, task, and is missing",
                "kind=flow method=a.B.c | 'kind' has to be one of workflow, step, approval, task, not 'flow'",
                "kind=step | 'method' is missing; say which, as in com.acme.OrderFlow.run",
                "kind=step method=run | 'method' needs a class and a method, as in com.acme.OrderFlow.run, not 'run'",
                "kind=step method=java.util.List.add | 'method' names a class of the JDK or of the agent, which no rule may: 'java.util.List'",
                "kind=step method=io.autobot.agent.*.run | 'method' names a class of the JDK or of the agent, which no rule may: 'io.autobot.agent.*'",
                "kind=step method=*Flow.run | 'method' has to begin with a package, as in com.acme.*, not '*Flow'",
                "kind=step method=com*.run | 'method' has to begin with a package, as in com.acme.*, not 'com*'",
                "kind=step method=a.B.c(List<String>) | 'method' has types with arguments of their own, which have to be left out: 'a.B.c(List<String>)'",
                "kind=step method=a.B.c(int,) | 'method' has an empty type: 'a.B.c(int,)'",
                "kind=step method=a.B.c(int | 'method' has to end with the types of its arguments in parentheses, not 'a.B.c(int'",
                "kind=step method=a.B.c() typ=x | there is no 'typ'; a rule has kind, method, type, workflow, agent, status, decision, words",
                "kind=step method=a.B.c type=$0 | 'type' is '$0', which means nothing; write $1 for the first argument, $this.name, $return, each with getters as in $1.kind, or a plain name",
                "kind=step method=a.B.c type=$this | 'type' is '$this', which means nothing; write $1 for the first argument, $this.name, $return, each with getters as in $1.kind, or a plain name",
                "kind=step method=a.B.c workflow=$return | 'workflow' cannot be taken from what is returned",
                "kind=workflow method=a.B.c workflow=x | a rule of kind workflow has no 'workflow': 'type' names it",
                "kind=approval method=a.B.c type=x | a rule of kind approval has no 'type': 'workflow' says to which workflow it belongs",
                "kind=approval method=a.B.c status=$return | a rule of kind approval has no 'status': 'decision' says how it ended",
                "kind=step method=a.B.c agent=x | a rule of kind step has no 'agent': only tasks do",
                "kind=step method=a.B.c status=done | 'status' is $return, or a getter of it such as $return.status, not 'done'",
                "kind=step method=a.B.c status=$return words.OUT=timeout | 'words' says that OUT means 'timeout'; a step ends as one of completed, failed, skipped, cancelled",
                "kind=step method=a.B.c words.OUT=failed | 'words' needs a 'status' that they are words of, such as $return",
                "kind=approval method=a.B.c decision=maybe | 'decision' is $return or an argument such as $2, each with getters as in $return.outcome, or always one of approved, rejected, completed, expired, requested, not 'maybe'"
            })
    void aBadRuleIsOneLineAndTheOthersHold(String bad, String problem) {
        assertThat(parse("kind=step method=a.B.before", bad, "kind=step method=a.B.after"))
                .extracting(Rule::name)
                .containsExactly("r0", "r2");
        assertThat(problems).containsExactly("rule 'r1': " + problem + "; the rule is ignored");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a.B.run | run | ()V | true",
                "a.B.run | running | ()V | false",
                "a.B.run* | running | (I)V | true",
                "a.B.* | toString | ()Ljava/lang/String; | false",
                "a.B.toString | toString | ()Ljava/lang/String; | true",
                "a.B.* | <init> | ()V | false",
                "a.B.run() | run | ()V | true",
                "a.B.run() | run | (I)V | false",
                "a.B.run(String,int) | run | (Ljava/lang/String;I)V | true",
                "a.B.run(String,int) | run | (Ljava/lang/String;J)V | false",
                "a.B.run(java.lang.String, int[]) | run | (Ljava/lang/String;[I)V | true",
                "a.B.run(Inner,*) | run | (La/B$Inner;[[J)V | true",
                "a.B.run(String...) | run | ([Ljava/lang/String;)V | true"
            })
    void methodsAreMeantByNameAndTypes(String pattern, String method, String descriptor, boolean meant) {
        assertThat(MethodPattern.parse(pattern).selects(method, descriptor)).isEqualTo(meant);
    }

    @ParameterizedTest
    @CsvSource({
        "a/*Flow, a/b/OrderFlow, true",
        "a/*Flow, a/Flow, true",
        "a/*Flow, a/FlowFlows, false",
        "a/*b*c, a/xbxbxc, true",
        "a/*, b/x, false",
        "*, '', true"
    })
    void starsStandForAnyCharacters(String pattern, String text, boolean matches) {
        assertThat(Glob.matches(pattern, text)).isEqualTo(matches);
    }

    @Test
    void theWordsOfOutcomesAreTheLabelValues() {
        assertThat(RuleKind.WORKFLOW.outcomes())
                .containsExactlyInAnyOrderElementsOf(Stream.of(WorkflowStatus.values())
                        .map(WorkflowStatus::id)
                        .toList());
        assertThat(RuleKind.STEP.outcomes())
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(StepStatus.values()).map(StepStatus::id).toList());
        assertThat(RuleKind.APPROVAL.outcomes())
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(Decision.values()).map(Decision::id).toList());
        assertThat(RuleKind.TASK.outcomes())
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(TaskStatus.values()).map(TaskStatus::id).toList());
    }
}
