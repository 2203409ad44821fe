package io.autobot.agent.docs;

import io.autobot.agent.start.Families;
import org.junit.jupiter.api.Test;

class MetricsPageTest {
    @Test
    void pageSaysWhatTheCatalogueSays() {
        GeneratedFile.assertUpToDate("docs/metrics.md", Families.catalogue().markdown());
    }
}
