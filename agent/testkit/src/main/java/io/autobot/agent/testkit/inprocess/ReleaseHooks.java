package io.autobot.agent.testkit.inprocess;

import io.autobot.agent.spi.Instrumentation;
import io.autobot.agent.testkit.inprocess.CallSites.Site;
import io.autobot.agent.testkit.library.LibraryLoader;
import java.io.File;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * The hooks of an instrumentation in releases of its library: their classes are woven and verified by the JVM, and
 * every woven call is linked, which resolves all members of the library that the advice uses. Each release once,
 * however many tests ask. For one thread, while a {@link WeavingExtension} is on.
 */
public final class ReleaseHooks {
    private final Instrumentation instrumentation;
    private final Function<String, ? extends Collection<File>> files;
    private final Map<String, List<Site>> linked = new HashMap<>();

    /** @param files a release of the library with all it needs */
    public ReleaseHooks(Instrumentation instrumentation, Function<String, ? extends Collection<File>> files) {
        this.instrumentation = instrumentation;
        this.files = files;
    }

    /** The woven calls in a release. */
    public List<Site> link(String release) throws Exception {
        List<Site> known = linked.get(release);
        if (known == null) {
            try (LibraryLoader library = LibraryLoader.of(files.apply(release))) {
                known = Hooks.link(instrumentation, library);
            }
            linked.put(release, known);
        }
        return known;
    }

    /** The hooks that fit none of these releases, for people. */
    public Set<String> idle(Collection<String> releases) throws Exception {
        List<Site> sites = new ArrayList<>();
        for (String release : releases) {
            sites.addAll(link(release));
        }
        return Hooks.idle(instrumentation, sites);
    }
}
