package io.autobot.agent.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.within;

import io.autobot.agent.config.Config;
import io.autobot.agent.config.Sources;
import io.autobot.agent.metrics.Exposition;
import io.autobot.agent.metrics.Histograms;
import io.autobot.agent.metrics.SeriesGuard;
import io.autobot.agent.sampling.Sampler;
import io.autobot.agent.status.StatusBoard;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Tools as a framework tells of them, and what is then shown. */
class LlmToolsTest {
    private static final String CALLS = "autobot_llm_tool_calls_total";
    private static final String COUNT = "autobot_llm_tool_duration_seconds_count";

    private final SeriesGuard guard = new SeriesGuard(8);
    private final LlmDomain llm = new LlmDomain(
            guard,
            new Histograms(any -> null),
            Config.load(new Sources().agentArguments("")),
            warning -> {
                throw new AssertionError(warning);
            },
            new Sampler(new StatusBoard()));
    private final LlmToolThread thread = LlmToolThread.current();

    private void execute(String provider, String tool, long millis, boolean failed) {
        llm.tools().tool(provider, tool).ended(TimeUnit.MILLISECONDS.toNanos(millis), failed);
    }

    private Exposition scrape() {
        return Exposition.of(llm.metrics());
    }

    private static String calls(String provider, String status, String tool) {
        return CALLS + "{provider=\"" + provider + "\",status=\"" + status + "\",tool=\"" + tool + "\"}";
    }

    @Test
    void successesAndErrors() {
        execute("openai", "weather", 500, false);
        execute("openai", "weather", 250, true);
        execute("ollama", "weather", 250, false);

        assertThat(scrape().samples())
                .contains(
                        entry(calls("openai", "success", "weather"), 1.0),
                        entry(calls("openai", "error", "weather"), 1.0),
                        entry(calls("ollama", "success", "weather"), 1.0),
                        entry(calls("ollama", "error", "weather"), 0.0),
                        entry(COUNT + "{tool=\"weather\"}", 3.0));
        assertThat(scrape().samples().get("autobot_llm_tool_duration_seconds_sum{tool=\"weather\"}"))
                .isCloseTo(1.0, within(1e-9));
        assertThat(llm.metrics().activity()).isEqualTo(3);
    }

    @Test
    void toolsPastTheLimitAreOther() {
        for (String tool : new String[] {"a", "b", "c", "d", "e", "d"}) {
            execute("unknown", tool, 1, false);
        }
        execute("unknown", " ", 1, true);

        assertThat(scrape().samples())
                .contains(
                        entry(calls("unknown", "success", "c"), 1.0),
                        entry(calls("other", "success", "other"), 3.0),
                        entry(calls("other", "error", "other"), 1.0),
                        entry(COUNT + "{tool=\"other\"}", 4.0))
                .doesNotContainKey(calls("unknown", "success", "d"));
        assertThat(guard.folded()).containsEntry(CALLS, 4L).containsEntry("autobot_llm_tool_duration_seconds", 4L);
    }

    @Test
    void aToolOfATool() {
        int outer = thread.requested("outer");
        int inner = thread.requested("inner");
        assertThat(thread.innermost()).isEqualTo("inner");
        thread.failed();
        thread.close(inner, llm.tools().tool("unknown", "inner"));
        assertThat(thread.innermost()).isEqualTo("outer");
        thread.close(outer, llm.tools().tool("unknown", "outer"));

        assertThat(thread.innermost()).isNull();
        assertThat(scrape().samples())
                .contains(
                        entry(calls("unknown", "error", "inner"), 1.0),
                        entry(calls("unknown", "success", "outer"), 1.0));
    }

    @Test
    void severalMethodsForOneExecution() {
        int outer = thread.requested("weather");
        int inner = thread.executed("weather");
        assertThat(inner).isEqualTo(LlmToolThread.NOT_OPENED);
        thread.failed("news");
        thread.close(inner, llm.tools().tool("unknown", "weather"));
        thread.close(outer, llm.tools().tool("unknown", "weather"));
        int again = thread.executed("weather");
        thread.failed("weather");
        thread.close(again, llm.tools().tool("unknown", "weather"));

        assertThat(scrape().samples())
                .contains(
                        entry(calls("unknown", "success", "weather"), 1.0),
                        entry(calls("unknown", "error", "weather"), 1.0));
    }

    @Test
    void anEndThatIsMissedHarmsNobodyElse() {
        int outer = thread.requested("outer");
        int lost = thread.requested("lost");
        thread.close(outer, llm.tools().tool("unknown", "outer"));
        thread.close(lost, llm.tools().tool("unknown", "lost"));

        assertThat(thread.innermost()).isNull();
        assertThat(scrape().samples())
                .contains(entry(calls("unknown", "success", "outer"), 1.0))
                .contains(entry(calls("unknown", "success", "lost"), 0.0));
    }

    @Test
    void depthHasAnEnd() {
        int first = thread.requested("first");
        int opened = first;
        while (opened != LlmToolThread.NOT_OPENED) {
            opened = thread.requested("further");
        }
        thread.close(LlmToolThread.NOT_OPENED, null);
        assertThat(thread.innermost()).isEqualTo("further");
        thread.close(first, null);
        assertThat(thread.innermost()).isNull();
    }
}
