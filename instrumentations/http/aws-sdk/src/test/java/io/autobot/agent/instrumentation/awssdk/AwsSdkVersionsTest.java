package io.autobot.agent.instrumentation.awssdk;

import static org.assertj.core.api.Assertions.assertThat;

import io.autobot.agent.testkit.inprocess.CallSites;
import io.autobot.agent.testkit.inprocess.Hooks;
import io.autobot.agent.testkit.inprocess.WeavingExtension;
import io.autobot.agent.testkit.library.LibraryLoader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The hooks in the classes of each release, without using them. */
class AwsSdkVersionsTest {
    @RegisterExtension
    final WeavingExtension agent = WeavingExtension.of(new AwsSdkInstrumentation());

    @Test
    void everyHookFitsAndOneOfTheAlternativesIsIdle() throws Exception {
        for (String release : AwsReleases.EVERY) {
            List<CallSites.Site> sites = new ArrayList<>();
            try (LibraryLoader library = AwsReleases.core(release)) {
                sites.addAll(Hooks.link(new AwsSdkInstrumentation(), library));
            }
            assertThat(Hooks.idle(new AwsSdkInstrumentation(), sites))
                    .as(release)
                    .singleElement()
                    .asString()
                    .contains("MakeAsyncHttpRequestStage.doExecuteHttpRequest")
                    .matches(idle -> idle.contains("$Builder;") == release.startsWith("2.20."));
        }
    }
}
