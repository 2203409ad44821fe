package io.autobot.agent.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.autobot.agent.testkit.Matrix.Group;
import io.autobot.agent.testkit.Matrix.Row;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MatrixTest {
    private final String before = System.getProperty(Matrix.PROPERTY);

    @BeforeEach
    void unset() {
        System.clearProperty(Matrix.PROPERTY);
    }

    @AfterEach
    void restore() {
        if (before == null) {
            System.clearProperty(Matrix.PROPERTY);
        } else {
            System.setProperty(Matrix.PROPERTY, before);
        }
    }

    @Test
    void byDefaultTheOldestRunsOn17AndTheNewestOn25() {
        assertThat(Matrix.rows("1", "2", "3")).containsExactly(new Row("1", 17), new Row("3", 25));
        assertThat(Matrix.groups(List.of("3.0", "4.0"), List.of("3.9", "4.4")))
                .containsExactly(new Group(17, List.of("3.0", "4.0")), new Group(25, List.of("3.9", "4.4")));
        assertThat(Matrix.outermost(List.of("1", "2", "3"))).containsExactly("1", "3");
    }

    @Test
    void inFullEveryVersionRunsOnBoth() {
        System.setProperty(Matrix.PROPERTY, "all");
        assertThat(Matrix.rows("1", "2"))
                .containsExactly(new Row("1", 17), new Row("2", 17), new Row("1", 25), new Row("2", 25));
        assertThat(Matrix.outermost(List.of("1", "2", "3"))).containsExactly("1", "2", "3");
        List<String> both = List.of("3.0", "3.9", "4.0");
        assertThat(Matrix.groups(List.of("3.0", "4.0"), List.of("3.9", "4.0")))
                .containsExactly(new Group(17, both), new Group(25, both));
    }

    @Test
    void anUnknownSettingIsRefused() {
        System.setProperty(Matrix.PROPERTY, "some");
        assertThatThrownBy(() -> Matrix.rows("1")).hasMessageContaining("some");
    }
}
