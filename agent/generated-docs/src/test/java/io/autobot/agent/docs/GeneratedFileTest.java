package io.autobot.agent.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

class GeneratedFileTest {
    private static final String PAGE = "before\n<!-- table: generated -->\nold\n<!-- table: end -->\nafter\n";

    @Test
    void onlyTheSectionIsReplaced() {
        assertThat(GeneratedFile.replaceSection("page", PAGE, "table", "new\n"))
                .isEqualTo("before\n<!-- table: generated -->\nnew\n<!-- table: end -->\nafter\n");
    }

    @Test
    void aPageWithoutTheSectionIsAnError() {
        assertThatThrownBy(() -> GeneratedFile.replaceSection("page", PAGE, "list", "new\n"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("<!-- list: generated -->");
    }

    @Test
    @DisabledIfSystemProperty(named = "autobot.docs.update", matches = "true")
    void aFileThatDiffersFailsAndSaysHowToWriteIt() {
        assertThatThrownBy(() -> GeneratedFile.assertUpToDate("LICENSE", "no licence"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("mvn verify -pl agent/generated-docs -am -Dautobot.docs.update=true");
    }
}
