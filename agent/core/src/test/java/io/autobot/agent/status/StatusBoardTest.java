package io.autobot.agent.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.autobot.agent.log.AgentLog;
import io.autobot.agent.status.InstrumentationStatus.Reason;
import io.autobot.agent.status.InstrumentationStatus.State;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StatusBoardTest {
    private final StatusBoard board = new StatusBoard();
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @BeforeEach
    void listen() {
        AgentLog.sink(new PrintStream(said, true, StandardCharsets.UTF_8));
        board.add("jedis", Group.REDIS, true);
        board.add("off", Group.HTTP, false);
    }

    @AfterEach
    void stopListening() {
        AgentLog.sink(null);
    }

    private InstrumentationStatus jedis() {
        return board.instrumentations().get(0);
    }

    private long saidLines() {
        return said.toString(StandardCharsets.UTF_8).lines().count();
    }

    @Test
    void startsIdleOrDisabled() {
        assertThat(board.instrumentations())
                .containsExactly(
                        new InstrumentationStatus("jedis", Group.REDIS, State.IDLE, "none", Reason.NOT_SEEN, ""),
                        new InstrumentationStatus("off", Group.HTTP, State.DISABLED, "none", Reason.DISABLED, ""));
        assertThat(board.errors()).isEmpty();
    }

    @Test
    void theWorseStateStays() {
        board.active("jedis", () -> "4.0.0");
        assertThat(jedis()).returns(State.ACTIVE, InstrumentationStatus::state);
        board.incompatible("jedis", Reason.MISSING_MEMBER, "is off", () -> "9.9");
        board.active("jedis", () -> "4.0.0");
        assertThat(jedis())
                .isEqualTo(new InstrumentationStatus(
                        "jedis", Group.REDIS, State.INCOMPATIBLE, "9.9", Reason.MISSING_MEMBER, "is off"));
        board.failed("jedis", Reason.LINK_FAILED, "linking", new IllegalStateException("odd"));
        board.incompatible("jedis", Reason.MISSING_MEMBER, "is off", () -> "9.9");
        assertThat(jedis())
                .returns(State.FAILED, InstrumentationStatus::state)
                .returns(Reason.LINK_FAILED, InstrumentationStatus::reason)
                .returns("9.9", InstrumentationStatus::libraryVersion);
        assertThat(jedis().message()).startsWith("linking: java.lang.IllegalStateException: odd at ");
    }

    @Test
    void theFirstFindingOfAnIncompatibleLibraryStands() {
        board.incompatible("jedis", Reason.UNSUPPORTED_VERSION, "is off: too old", () -> "2.9.0");
        board.incompatible("jedis", Reason.MISSING_MEMBER, "is off: lacks something", null);
        assertThat(jedis())
                .isEqualTo(new InstrumentationStatus(
                        "jedis",
                        Group.REDIS,
                        State.INCOMPATIBLE,
                        "2.9.0",
                        Reason.UNSUPPORTED_VERSION,
                        "is off: too old"));
        assertThat(saidLines()).isEqualTo(1);
    }

    @Test
    void theVersionIsThatOfTheFirstClassAndReadWhenAskedFor() {
        AtomicInteger reads = new AtomicInteger();
        board.active("jedis", () -> "3." + reads.incrementAndGet());
        board.active("jedis", () -> "later");
        assertThat(reads).hasValue(0);
        assertThat(jedis().libraryVersion()).isEqualTo("3.1");
    }

    @Test
    void aClassOfASharedLibraryDoesNotHideTheVersion() {
        board.active("jedis", () -> StatusBoard.UNKNOWN_VERSION);
        assertThat(jedis().libraryVersion()).isEqualTo("unknown");
        board.active("jedis", () -> "5.0.0");
        assertThat(jedis().libraryVersion()).isEqualTo("5.0.0");
    }

    @Test
    void anIncompatibleLibraryIsSaidOnceAndShownInHealth() {
        for (int i = 0; i < 3; i++) {
            board.incompatible("jedis", Reason.UNSUPPORTED_VERSION, "is off: too new", () -> "9.9");
        }
        assertThat(board.warnings()).containsExactly("jedis is off: too new");
        assertThat(saidLines()).isOne();
    }

    @Test
    void errorsAreCountedEachAndSaidOnceForAPlace() {
        for (int i = 0; i < 5; i++) {
            board.error("jedis", "StatusBoardTest.place", new IllegalStateException("odd"));
        }
        board.error("jedis", "StatusBoardTest.otherPlace", new IllegalStateException("odd"));
        assertThat(board.errors()).containsEntry("jedis", 6L);
        assertThat(saidLines()).isEqualTo(2);
        assertThat(jedis().state()).isEqualTo(State.IDLE);
    }

    @Test
    void anActiveInstrumentationHasAnErrorCountFromItsFirstClassOn() {
        board.active("jedis", () -> "4.0.0");
        assertThat(board.errors()).containsEntry("jedis", 0L);
    }

    @Test
    void warningsArePrintedOnceNotesNotAtAllAndTheirNumberIsBounded() {
        board.warn("a");
        board.warn("a");
        board.note("b");
        board.note("b");
        assertThat(board.warnings()).containsExactly("a", "b");
        assertThat(saidLines()).isOne();
        for (int i = 0; i < 1_000; i++) {
            board.note("n" + i);
            board.warn("w" + i);
        }
        assertThat(board.warnings()).hasSize(100);
    }
}
