package io.autobot.agent.gate;

import io.autobot.agent.status.InstrumentationStatus.Reason;
import io.autobot.agent.status.StatusBoard;
import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/**
 * The one transformer that the JVM asks about every class it loads. A miss is one look-up by name; the byte-code
 * engine behind the gate is loaded with the first hit and never in a service without a target.
 */
public final class Gate implements ClassFileTransformer {
    /** What stands behind the gate; created with the first hit. */
    public interface Weaving {
        /**
         * The woven class file, or {@code null} where the class stays as it is.
         *
         * @param targets what is to go into this class
         */
        byte[] weave(
                List<Target> targets,
                Module module,
                ClassLoader loader,
                String internalName,
                Class<?> redefined,
                ProtectionDomain domain,
                byte[] classFile)
                throws Exception;
    }

    /**
     * One instrumentation's interest in a class.
     *
     * @param name what the instrumentation describes: the class's binary name, or a template's name
     */
    public record Target(GateIndex.Entry entry, String name) {}

    /** Makes {@link Weaving}; called once, under the gate's lock, and must load classes of the agent and JDK only. */
    public interface WeavingFactory {
        Weaving create() throws Exception;
    }

    private volatile Map<String, List<Target>> targets;
    private final LongAdder transformNanos = new LongAdder();
    private final StatusBoard status;
    private final RequestedTypes requested;
    private WeavingFactory factory;
    private volatile Weaving weaving;

    /**
     * Opens the gate for these instrumentations.
     *
     * @param enabled those switched on; the classes of others pass unseen
     * @param requested classes that are let through besides, once somebody asked for them
     */
    public Gate(List<GateIndex.Entry> enabled, RequestedTypes requested, StatusBoard status, WeavingFactory factory) {
        this.status = status;
        this.requested = requested;
        this.factory = factory;
        this.targets = with(new HashMap<>(), enabled);
    }

    /** Opens for more instrumentations. */
    public synchronized void admit(List<GateIndex.Entry> more) {
        targets = with(new HashMap<>(targets), more);
    }

    private static Map<String, List<Target>> with(Map<String, List<Target>> targets, List<GateIndex.Entry> entries) {
        for (GateIndex.Entry entry : entries) {
            for (String type : entry.types()) {
                String internalName = type.replace('.', '/');
                Target target = new Target(entry, type);
                List<Target> named = targets.get(internalName);
                targets.put(internalName, named == null ? List.of(target) : both(named, List.of(target)));
            }
        }
        return targets;
    }

    private static List<Target> both(List<Target> one, List<Target> other) {
        List<Target> both = new ArrayList<>(one);
        both.addAll(other);
        return both;
    }

    /** Whether any instrumentation names this class. */
    public boolean names(String binaryName) {
        return targets.containsKey(binaryName.replace('.', '/'));
    }

    /** Time spent weaving, in nanoseconds. */
    public long transformNanos() {
        return transformNanos.sum();
    }

    @Override
    public byte[] transform(
            Module module,
            ClassLoader loader,
            String internalName,
            Class<?> redefined,
            ProtectionDomain domain,
            byte[] classFile) {
        if (internalName == null) {
            return null;
        }
        List<Target> named = targets.get(internalName);
        if (redefined != null) {
            List<Target> asked = requested.targets(redefined);
            named = asked == null ? named : named == null ? asked : both(named, asked);
        }
        return named == null ? null : weave(named, module, loader, internalName, redefined, domain, classFile);
    }

    private byte[] weave(
            List<Target> named,
            Module module,
            ClassLoader loader,
            String internalName,
            Class<?> redefined,
            ProtectionDomain domain,
            byte[] classFile) {
        long start = System.nanoTime();
        try {
            return weaving().weave(named, module, loader, internalName, redefined, domain, classFile);
        } catch (Throwable thrown) {
            // The application gets its class as it was, whatever went wrong here.
            for (Target target : named) {
                status.failed(target.entry().name(), Reason.TRANSFORM_FAILED, "weaving " + internalName, thrown);
            }
            return null;
        } finally {
            transformNanos.add(System.nanoTime() - start);
        }
    }

    private Weaving weaving() throws Exception {
        Weaving made = weaving;
        if (made == null) {
            synchronized (this) {
                made = weaving;
                if (made == null) {
                    made = factory.create();
                    weaving = made;
                    factory = null;
                }
            }
        }
        return made;
    }
}
