package io.autobot.agent.dist;

import io.autobot.agent.docs.GeneratedFile;
import org.junit.jupiter.api.Test;

class SupportedLibrariesTest {
    @Test
    void pageSaysWhatTheListSays() {
        GeneratedFile.assertUpToDate("docs/supported-libraries.md", SupportedLibraries.page(Instrumentations.ALL));
    }

    @Test
    void readmeShowsTheSameTable() {
        GeneratedFile.assertSectionUpToDate(
                "README.md", "supported libraries", SupportedLibraries.table(Instrumentations.ALL));
    }
}
