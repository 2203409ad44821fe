package io.autobot.agent.gate;

import io.autobot.agent.spi.MethodSelection;
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
     * @param selection the methods that the template goes into; {@code null} where the description names them
     */
    public record Target(GateIndex.Entry entry, String name, MethodSelection selection) {
        /** Of methods that the description names. */
        public Target(GateIndex.Entry entry, String name) {
            this(entry, name, null);
        }
    }

    /** Makes {@link Weaving}; called once, under the gate's lock, and must load classes of the agent and JDK only. */
    public interface WeavingFactory {
        Weaving create() throws Exception;
    }

    private volatile Map<String, List<Target>> targets;
    private final LongAdder transformNanos = new LongAdder();
    private final StatusBoard status;
    private final RequestedTypes requested;
    /** {@code null} while there is none. */
    private TypePatterns patterns;

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
        this.targets = with(Map.of(), enabled);
    }

    /** Opens for more instrumentations. */
    public synchronized void admit(List<GateIndex.Entry> more) {
        targets = with(targets, more);
    }

    /** A map of its own: the former may be read by threads that load classes. */
    private static Map<String, List<Target>> with(Map<String, List<Target>> former, List<GateIndex.Entry> entries) {
        Map<String, List<Target>> all = new HashMap<>(former);
        for (GateIndex.Entry entry : entries) {
            for (String type : entry.types()) {
                add(all, type, new Target(entry, type));
            }
        }
        return all;
    }

    /**
     * Lets classes through besides that only the configuration names; before the JVM knows of the gate.
     *
     * @param template of the instrumentation, for all of them
     */
    public void select(GateIndex.Entry entry, String template, List<? extends MethodSelection> selections) {
        for (MethodSelection selection : selections) {
            Target target = new Target(entry, template, selection);
            if (selection.type().indexOf('*') < 0) {
                add(targets, selection.type(), target);
            } else {
                patterns = patterns == null ? new TypePatterns() : patterns;
                patterns.add(selection.type(), target);
            }
        }
    }

    private static void add(Map<String, List<Target>> targets, String type, Target target) {
        String internalName = type.replace('.', '/');
        targets.put(internalName, both(targets.get(internalName), List.of(target)));
    }

    private static List<Target> both(List<Target> one, List<Target> other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        List<Target> both = new ArrayList<>(one);
        both.addAll(other);
        return both;
    }

    /** Whether anybody names this class. */
    public boolean names(String binaryName) {
        return targets.containsKey(binaryName.replace('.', '/'));
    }

    /** Whether anybody names this class, or means it by a pattern. */
    public boolean means(Class<?> type) {
        return names(type.getName())
                || patterns != null
                        && patterns.targets(type.getName().replace('.', '/'), type.getClassLoader()) != null;
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
        if (patterns != null) {
            named = both(named, patterns.targets(internalName, loader));
        }
        if (redefined != null) {
            named = both(named, requested.targets(redefined));
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
