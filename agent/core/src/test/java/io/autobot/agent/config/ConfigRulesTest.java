package io.autobot.agent.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.autobot.agent.rules.Rule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigRulesTest {
    @TempDir
    Path directory;

    private Path file(String... lines) throws Exception {
        return Files.writeString(directory.resolve("autobot-agent.yaml"), String.join("\n", lines));
    }

    @Test
    void rulesMergeByNameAndFieldAcrossSources() throws Exception {
        file("rules:", "  a: {kind: step, method: x.A.file, workflow: of-file}", "  b.kind: task", "  b.method: x.B.b");
        Config config = Config.load(new Sources()
                .agentArguments("rules.a.method=x.A.argument(String\\,int)")
                .systemProperties(Map.of("autobot.rules.a.type", "property"))
                .environment(Map.of("AUTOBOT_RULES", "b.agent->variable;c.kind->workflow;c.method->x.C.c"))
                .jarDirectory(directory.toFile()));

        assertThat(config.problems()).isEmpty();
        assertThat(config.rules()).extracting(Rule::name).containsExactlyInAnyOrder("a", "b", "c");
        Rule a = config.rules().get(0);
        assertThat(a.method()).hasToString("x.A.argument(String,int)");
        assertThat(a.type().constant()).isEqualTo("property");
        assertThat(a.workflow().constant()).isEqualTo("of-file");
        assertThat(config.rules()).anySatisfy(b -> {
            assertThat(b.name()).isEqualTo("b");
            assertThat(b.agent().constant()).isEqualTo("variable");
        });
    }

    @Test
    void checkConfigTellsWhatIsWrongWithARule() throws Exception {
        Path file = file(
                "rules:",
                "  good: {kind: step, method: x.A.a}",
                "  bad: {kind: stop, method: x.A.a}",
                "  worse: step",
                "  listed: {kind: step, method: [x.A.a, x.A.b]}");
        assertThat(ConfigCheck.problems(file.toFile(), Set.of()))
                .hasSize(4)
                .anySatisfy(line -> assertThat(line)
                        .isEqualTo("rule 'bad': 'kind' has to be one of workflow, step, approval, task, not 'stop'; the"
                                + " rule is ignored"))
                .anySatisfy(line -> assertThat(line).contains("line 4, 'rules.worse'"))
                .anySatisfy(line -> assertThat(line).contains("line 5, 'rules.listed.method'"))
                .anySatisfy(line -> assertThat(line).startsWith("rule 'listed': 'method' is missing"));
    }
}
