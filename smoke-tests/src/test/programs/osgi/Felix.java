import java.io.File;
import java.util.Map;
import org.apache.felix.framework.FrameworkFactory;
import org.osgi.framework.Bundle;
import org.osgi.framework.launch.Framework;

/**
 * Arguments: port, database, times, storage folder, packages that the class path gives to bundles, bundles. The last
 * bundle holds {@code program.Usage}.
 */
public final class Felix {
    private Felix() {}

    public static void main(String[] args) throws Exception {
        Framework framework = new FrameworkFactory()
                .newFramework(Map.of(
                        "org.osgi.framework.storage", args[3],
                        "org.osgi.framework.storage.clean", "onFirstInit",
                        "org.osgi.framework.system.packages.extra", args[4]));
        framework.start();
        Bundle last = null;
        for (int i = 5; i < args.length; i++) {
            last = framework.getBundleContext().installBundle(new File(args[i]).toURI().toString());
            last.start();
        }
        last.loadClass("program.Usage")
                .getMethod("run", int.class, int.class, int.class)
                .invoke(null, Integer.parseInt(args[0]), Integer.parseInt(args[1]), Integer.parseInt(args[2]));
        System.out.println("done");
        while (System.in.read() >= 0) {
            Thread.onSpinWait();
        }
    }
}
