package io.autobot.agent.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PatternCheckTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "gpt-4o",
                "a(-b|-c)?(?:d)?[e-g0-9]{1,3}\\.\\d+\\w*\\s?.*",
                "[^\\]\\[(*]+x",
                "\\(\\)\\[\\*",
                "a|b.*|(c)",
                "((a|b)\\.)?c"
            })
    void whatNamesOfModelsNeedIsTaken(String pattern) {
        PatternCheck.check(pattern, pattern.contains("(") && pattern.indexOf('(') == 0 ? "x$1" : "x");
        assertThat(new ModelPattern(pattern, "x", () -> {}).canonical("no such"))
                .isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "(a*)*b ~ repeats a group",
                "(a|a)+ ~ repeats a group",
                "(a?){30} ~ repeats a group",
                "(?:a)* ~ repeats a group",
                "a{2}{3} ~ has a quantifier after another",
                "a+? ~ has a quantifier after another",
                "a*+ ~ has a quantifier after another",
                "(?=a)b ~ has (?...)",
                "(?i)b ~ has (?...)",
                "(?<n>b) ~ has (?...)",
                "(a)\\1 ~ has \\1",
                "\\Q(\\E ~ has \\Q",
                "\\bx ~ has \\b",
                "[a[b]] ~ has [ within [ ]",
                "[a-z&&b] ~ has & within [ ]",
                "[]a] ~ has nothing within [ ]",
                "[^]a] ~ has nothing within [ ]",
                "(|)(|)(|)(|)(|)(|)(|) ~ has more than 6 groups",
                "a||||||||||||||||||||||||||||||||||||||||| ~ has more than 40 alternatives"
            })
    void whatCouldTakeLongOrIsNotUnderstoodIsRefused(String pattern, String what) {
        assertThatThrownBy(() -> PatternCheck.check(pattern, ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("model_pattern " + what);
    }

    @Test
    void longPatternsAreRefused() {
        assertThatThrownBy(() -> PatternCheck.check("a".repeat(201), "")).hasMessageContaining("is longer than 200");
    }

    /** Choices between nothing and nothing look at no character, so that only their number limits them. */
    @Test
    void theWorstOfWhatIsTakenEnds() {
        String choices = "(||||||)?".repeat(6);
        PatternCheck.check(choices + "b", "");
        assertThat(new ModelPattern(choices + "b", "", () -> {}).canonical("")).isNull();
    }
}
