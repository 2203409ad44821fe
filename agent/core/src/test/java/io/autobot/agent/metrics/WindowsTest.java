package io.autobot.agent.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.autobot.agent.metrics.Windows.Window;
import org.junit.jupiter.api.Test;

class WindowsTest {
    private static final long SECOND = 1_000_000_000L;

    /** Near the overflow on purpose: {@code nanoTime} may be anything. */
    private static final long START = Long.MAX_VALUE - 100 * SECOND;

    private final Windows windows = new Windows(START);
    private long count;
    private long now = START;
    private final Windows.Track track = windows.track(1, columns -> columns[0] = count);

    private void pass(int seconds, int eventsPerSecond) {
        for (int i = 0; i < seconds; i++) {
            now += SECOND;
            count += eventsPerSecond;
            windows.tick(now);
        }
    }

    private long within(Window window) {
        return track.within(window, now, count)[0];
    }

    @Test
    void youngProcessIsCoveredWhole() {
        count = 7;
        assertThat(within(Window.ONE_MINUTE)).isEqualTo(7);

        pass(30, 1);
        assertThat(within(Window.ONE_MINUTE)).isEqualTo(37);
        assertThat(within(Window.FIFTEEN_MINUTES)).isEqualTo(37);
    }

    @Test
    void windowCoversItsLengthLessAtMostOneStep() {
        pass(2_000, 1);

        assertThat(within(Window.ONE_MINUTE)).isBetween(50L, 60L);
        assertThat(within(Window.FIVE_MINUTES)).isBetween(290L, 300L);
        assertThat(within(Window.FIFTEEN_MINUTES)).isBetween(890L, 900L);
    }

    @Test
    void eventsLeaveTheWindow() {
        pass(20, 5);
        pass(61, 0);

        assertThat(within(Window.ONE_MINUTE)).isZero();
        assertThat(within(Window.FIVE_MINUTES)).isEqualTo(100);

        pass(300, 0);
        assertThat(within(Window.FIVE_MINUTES)).isZero();
        assertThat(within(Window.FIFTEEN_MINUTES)).isEqualTo(100);

        pass(900, 0);
        assertThat(within(Window.FIFTEEN_MINUTES)).isZero();
    }

    @Test
    void trackThatCameLateStartsFromNothing() {
        pass(1_000, 3);
        long[] late = new long[1];
        Windows.Track track = windows.track(1, columns -> columns[0] = late[0]);
        late[0] = 11;

        assertThat(track.within(Window.ONE_MINUTE, now, 11)).containsExactly(11);
        assertThat(track.within(Window.FIFTEEN_MINUTES, now, 11)).containsExactly(11);
    }

    @Test
    void windowIsEmptyWhenTheSamplerStoodStillForLonger() {
        pass(100, 1);
        now += 120 * SECOND;
        count += 50;

        assertThat(within(Window.ONE_MINUTE)).isZero();
        assertThat(within(Window.FIVE_MINUTES)).isEqualTo(150);
    }

    @Test
    void ticksBetweenStepsTakeNoSnapshot() {
        count = 5;
        windows.tick(now + SECOND);
        pass(70, 0);

        assertThat(within(Window.ONE_MINUTE)).isZero();
    }

    @Test
    void snapshotNewerThanTheReadingNeverGivesANegativeCount() {
        pass(100, 1);
        long stale = count - 80;

        assertThat(track.within(Window.ONE_MINUTE, now, stale)).containsExactly(0);
    }
}
