package io.autobot.agent.testkit.http;

import io.autobot.agent.testkit.library.LibraryLoader;
import java.io.File;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * The {@link HttpCaller} of a module in releases of its library, each made once, in a class loader of its own. For one
 * thread.
 */
public final class HttpCallers implements AutoCloseable {
    private final Class<? extends HttpCaller> caller;
    private final Function<String, ? extends Collection<File>> files;
    private final Map<String, Made> made = new LinkedHashMap<>();

    private record Made(LibraryLoader library, HttpCaller caller) {}

    /**
     * @param caller with a public constructor without arguments
     * @param files a release of the library with all it needs
     */
    public HttpCallers(Class<? extends HttpCaller> caller, Function<String, ? extends Collection<File>> files) {
        this.caller = caller;
        this.files = files;
    }

    /** The caller in this release. */
    public HttpCaller of(String release) {
        return made.computeIfAbsent(release, this::make).caller();
    }

    private Made make(String release) {
        LibraryLoader library =
                LibraryLoader.of(files.apply(release), name -> name.startsWith("io.autobot.agent.testkit."), caller);
        return new Made(library, library.within(() -> (HttpCaller)
                library.loadClass(caller.getName()).getConstructor().newInstance()));
    }

    /** Closes all that were made. */
    @Override
    public void close() throws Exception {
        for (Made one : made.values()) {
            one.caller().close();
            one.library().close();
        }
        made.clear();
    }
}
