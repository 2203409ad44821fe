package io.autobot.agent.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceTest {
    private final Price price = new Price(3, 15, 0.3, 3.75);

    @ParameterizedTest
    @CsvSource({
        "1000000, 0, 0, 3",
        "1000000, 1000000, 0, 0.3",
        "1000000, 0, 1000000, 3.75",
        "1000, 600, 300, 0.001605",
        "1, 0, 0, 0.000003",
        "0, 0, 0, 0",
        // Parts beyond the total, and figures below nothing, which a reply may hold.
        "100, 200, 0, 0.00003",
        "100, 60, 80, 0.000168",
        "100, -5, -5, 0.0003",
        "-100, 50, 50, 0"
    })
    void inputHoldsWhatWasCached(long input, long cached, long written, double dollars) {
        assertThat(price.inputCost(input, cached, written)).isCloseTo(dollars, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({"1000000, 15", "1, 0.000015", "0, 0", "-1, 0"})
    void outputIsOnePrice(long output, double dollars) {
        assertThat(price.outputCost(output)).isCloseTo(dollars, within(1e-12));
    }
}
