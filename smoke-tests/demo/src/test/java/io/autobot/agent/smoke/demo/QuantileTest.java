package io.autobot.agent.smoke.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.autobot.agent.testkit.scrape.Scrape;
import org.junit.jupiter.api.Test;

class QuantileTest {
    @Test
    void isLinearWithinTheBucketOfTheRankAndCountsOnlyWhatCameBetween() {
        // Since the first reading: 10 up to 1, then 10 up to 3.
        assertThat(Quantile.of(0.75, reading(5, 5, 5), reading(15, 25, 25), "h", "a", "x"))
                .hasValue(2.0);
    }

    @Test
    void pastTheLastBoundIsThatBound() {
        assertThat(Quantile.of(0.95, reading(0, 0, 0), reading(0, 0, 9), "h", "a", "x"))
                .hasValue(3.0);
    }

    @Test
    void isEmptyWithoutObservations() {
        assertThat(Quantile.of(0.95, reading(7, 8, 9), reading(7, 8, 9), "h", "a", "x"))
                .isEmpty();
        assertThat(Quantile.of(0.95, reading(0, 0, 0), reading(7, 8, 9), "h", "a", "y"))
                .isEmpty();
    }

    private static Reading reading(int toOne, int toThree, int all) {
        String text = "# TYPE h histogram\n"
                + "h_bucket{a=\"x\",le=\"1.0\"} " + toOne + "\n"
                + "h_bucket{a=\"x\",le=\"3.0\"} " + toThree + "\n"
                + "h_bucket{a=\"x\",le=\"+Inf\"} " + all + "\n"
                + "h_sum{a=\"x\"} 1.0\n"
                + "h_count{a=\"x\"} " + all + "\n";
        return new Reading(Scrape.parse(text), 0);
    }
}
