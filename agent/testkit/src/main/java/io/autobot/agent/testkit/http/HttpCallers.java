package io.autobot.agent.testkit.http;

import io.autobot.agent.testkit.library.LibraryLoader;
import java.io.File;
import java.io.InputStream;
import java.util.Collection;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;

/** An {@link HttpCaller} of a module in releases of its library, each in a class loader of its own. */
public final class HttpCallers {
    private final Class<? extends HttpCaller> caller;
    private final Function<String, ? extends Collection<File>> files;

    /** What a test does with a caller. */
    @FunctionalInterface
    public interface Use {
        /** @param caller closed behind it */
        void with(HttpCaller caller) throws Exception;
    }

    /**
     * @param caller with a public constructor without arguments
     * @param files a release of the library with all it needs
     */
    public HttpCallers(Class<? extends HttpCaller> caller, Function<String, ? extends Collection<File>> files) {
        this.caller = caller;
        this.files = files;
    }

    /** The cases of {@link HttpTransportContract} in each of these releases. For a {@code @TestFactory}. */
    public Stream<DynamicContainer> contract(RecordingProtocol seen, Collection<String> releases) {
        return releases.stream().map(release -> {
            LibraryLoader library = loader(release);
            return DynamicContainer.dynamicContainer(
                    release, HttpTransportContract.of(seen, make(library)).onClose(library::close));
        });
    }

    /** The cases of {@link HttpTransportContract#ofHttp2} in this release. For a {@code @TestFactory}. */
    public Stream<DynamicTest> http2(RecordingProtocol seen, String release) {
        LibraryLoader library = loader(release);
        return HttpTransportContract.ofHttp2(seen, make(library)).onClose(library::close);
    }

    /**
     * A caller that has been used already, for {@code @BeforeAll}: agents that come later find its classes loaded.
     *
     * @return not to be closed by anybody but a contract; its class loader stays open
     */
    public HttpCaller used(String release) throws Exception {
        HttpCaller caller = make(loader(release));
        try (HttpPeer peer = HttpPeer.start()) {
            caller.send(peer.uri("/echo"), new byte[] {'1'}, null);
            try (InputStream stream = caller.open(peer.uri("/gated?parts=9"), new byte[] {'1'})) {
                peer.openGate();
                stream.read();
            }
            peer.openGate();
        }
        return caller;
    }

    /** Uses the caller in one release. */
    public void use(String release, Use use) throws Exception {
        try (LibraryLoader library = loader(release);
                HttpCaller made = make(library)) {
            use.with(made);
        }
    }

    private LibraryLoader loader(String release) {
        return LibraryLoader.of(files.apply(release), name -> name.startsWith("io.autobot.agent.testkit."), caller);
    }

    private HttpCaller make(LibraryLoader library) {
        return library.within(() -> (HttpCaller)
                library.loadClass(caller.getName()).getConstructor().newInstance());
    }
}
