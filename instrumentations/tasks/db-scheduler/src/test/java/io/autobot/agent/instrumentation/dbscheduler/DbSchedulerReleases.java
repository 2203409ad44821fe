package io.autobot.agent.instrumentation.dbscheduler;

import io.autobot.agent.testkit.Matrix;
import io.autobot.agent.testkit.library.Libraries;
import io.autobot.agent.testkit.library.LibraryLoader;
import java.util.List;

/** The releases of db-scheduler that the tests of this module run. */
final class DbSchedulerReleases {
    static final String NEWEST = "16.12.0";

    private DbSchedulerReleases() {}

    /** By default the oldest and the newest, with {@code -Pmatrix} every major one. */
    static List<String> all() {
        return Matrix.outermost(List.of("11.7", "12.5.0", "13.0.0", "14.1.0", "15.6.0", NEWEST));
    }

    /** A release with all it needs, a database, and the classes of this test beside it. */
    static LibraryLoader loader(String release) {
        return LibraryLoader.withAssertions(
                Libraries.resolveAll(
                        List.of("com.github.kagkarlsson:db-scheduler:" + release, "com.h2database:h2:2.3.232")),
                DbSchedulerReleases.class);
    }
}
