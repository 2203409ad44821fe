package io.autobot.agent.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.autobot.agent.status.Group;
import io.autobot.agent.status.InstrumentationStatus;
import io.autobot.agent.status.InstrumentationStatus.Reason;
import io.autobot.agent.status.InstrumentationStatus.State;
import io.autobot.agent.status.StatusBoard;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.bytebuddy.agent.ByteBuddyAgent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GateTest {
    private static final GateIndex.Entry ONE = new GateIndex.Entry(
            "one",
            Group.REDIS,
            List.of(Group.REDIS, Group.RESILIENCE),
            "x.One",
            "g:one",
            "1.0",
            "2.0",
            false,
            List.of("a.A", "a.B$C"));
    private static final GateIndex.Entry TWO = new GateIndex.Entry(
            "two", Group.HTTP, List.of(Group.HTTP), "x.Two", "g:two", "3.0", "4.0", false, List.of("a.B$C"));
    private static final byte[] WOVEN = {1};

    private final StatusBoard status = new StatusBoard();
    private final List<List<Gate.Target>> woven = new ArrayList<>();
    private int created;
    private Throwable failure;

    private final Gate gate = new Gate(
            List.of(ONE, TWO), new RequestedTypes(ByteBuddyAgent.install(), List.of(ONE, TWO), status), status, () -> {
                created++;
                return (targets, module, loader, name, redefined, domain, classFile) -> {
                    woven.add(targets);
                    if (failure != null) {
                        throw new IllegalStateException(failure);
                    }
                    return WOVEN;
                };
            });

    @BeforeEach
    void add() {
        status.add("one", Group.REDIS, true);
        status.add("two", Group.HTTP, true);
    }

    private byte[] transform(String internalName, Class<?> redefined) {
        return gate.transform(null, null, internalName, redefined, null, new byte[0]);
    }

    @Test
    void otherClassesPassAndNothingIsCreatedForThem() {
        assertThat(transform("a/Other", null)).isNull();
        assertThat(transform("a/Other", String.class)).isNull();
        assertThat(transform(null, null)).isNull();
        assertThat(created).isZero();
    }

    @Test
    void aTargetIsWovenForTheInstrumentationThatNamesIt() {
        assertThat(transform("a/A", null)).isSameAs(WOVEN);
        assertThat(transform("a/A", null)).isSameAs(WOVEN);
        assertThat(woven).containsOnly(List.of(new Gate.Target(ONE, "a.A")));
        assertThat(created).isOne();
    }

    @Test
    void aClassThatTwoNameIsWovenOnceForBoth() {
        transform("a/B$C", null);
        assertThat(woven).containsExactly(List.of(new Gate.Target(ONE, "a.B$C"), new Gate.Target(TWO, "a.B$C")));
    }

    @Test
    void aFailureLeavesTheClassAsItIsAndIsCounted() {
        failure = new IllegalStateException("odd class file");
        assertThat(transform("a/A", null)).isNull();
        assertThat(status.instrumentations().get(0))
                .returns(State.FAILED, InstrumentationStatus::state)
                .returns(Reason.TRANSFORM_FAILED, InstrumentationStatus::reason);
        assertThat(status.errors()).containsEntry("one", 1L).doesNotContainKey("two");
    }

    @Test
    void namesKnowsBinaryNames() {
        assertThat(gate.names("a.B$C")).isTrue();
        assertThat(gate.names("a.B")).isFalse();
    }

    @Test
    void anIndexReadsBackAsWritten() throws Exception {
        String lines =
                "one REDIS REDIS,RESILIENCE x.One g:one 1.0 2.0 a.A a.B$C\ntwo HTTP HTTP x.Two g:two 3.0 4.0 a.B$C\n";
        GateIndex read = GateIndex.read(new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)));
        assertThat(read.entries()).containsExactly(ONE, TWO);
        assertThat(read.write()).isEqualTo(lines);
    }
}
