import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.security.CodeSource;
import java.security.PermissionCollection;
import java.security.Permissions;
import java.util.ArrayList;
import java.util.List;

/** Runs {@link Service} in a loader that asks nobody but the platform, and whose classes have no permission at all. */
public final class StrictMain {
    private StrictMain() {}

    public static void main(String[] args) throws Exception {
        List<URL> urls = new ArrayList<>();
        for (String element : System.getProperty("service.path").split(File.pathSeparator)) {
            urls.add(new File(element).toURI().toURL());
        }
        URLClassLoader strict = new URLClassLoader(urls.toArray(new URL[0]), ClassLoader.getPlatformClassLoader()) {
            @Override
            protected PermissionCollection getPermissions(CodeSource source) {
                return new Permissions();
            }
        };
        Thread.currentThread().setContextClassLoader(strict);
        strict.loadClass("Service").getMethod("main", String[].class).invoke(null, (Object) args);
    }
}
