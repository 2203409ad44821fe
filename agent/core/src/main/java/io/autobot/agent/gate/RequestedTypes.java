package io.autobot.agent.gate;

import io.autobot.agent.spi.StateMap;
import io.autobot.agent.spi.Weaving;
import io.autobot.agent.status.StatusBoard;
import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Classes that no instrumentation knows by name and that advice asked to be woven. Holds them weakly and remembers
 * them, so that a retransformation by any other agent weaves them again. Any thread; no lock is held while the JVM
 * retransforms, so threads that race for one class each retransform it, and none goes on before it is woven.
 */
public final class RequestedTypes implements Weaving.Weaver {
    private static final Request[] NONE = {};

    private final Instrumentation jvm;
    private final List<GateIndex.Entry> enabled;
    private final StatusBoard status;
    private volatile StateMap<Class<?>, Request[]> requests;

    /** @param enabled the instrumentations whose templates may be asked for */
    public RequestedTypes(Instrumentation jvm, List<GateIndex.Entry> enabled, StatusBoard status) {
        this.jvm = jvm;
        this.enabled = enabled;
        this.status = status;
    }

    private static final class Request {
        private final Gate.Target target;
        /** Set when the JVM has answered: whether the class could be woven. */
        private volatile Boolean woven;

        Request(Gate.Target target) {
            this.target = target;
        }

        boolean is(String instrumentation, String template) {
            return target.name().equals(template) && target.entry().name().equals(instrumentation);
        }
    }

    @Override
    public boolean ensureWoven(Class<?> type, String instrumentation, String template) {
        Request known = find(requestsOf(type), instrumentation, template);
        Boolean woven = known == null ? null : known.woven;
        if (woven != null) {
            return woven;
        }
        GateIndex.Entry entry = entry(instrumentation);
        if (entry == null || !isOfApplication(type)) {
            return false;
        }
        Gate.Target target = new Gate.Target(entry, template);
        // A listener often inherits the method that matters from a class of the application's own.
        for (Class<?> at = type.getSuperclass(); isOfApplication(at); at = at.getSuperclass()) {
            weave(at, target);
        }
        return weave(type, target);
    }

    /** What to weave into a class beside what is asked for by its name; {@code null} for nothing. */
    List<Gate.Target> targets(Class<?> type) {
        Request[] asked = requestsOf(type);
        if (asked.length == 0) {
            return null;
        }
        List<Gate.Target> targets = new ArrayList<>();
        for (Request request : asked) {
            targets.add(request.target);
        }
        return targets;
    }

    private boolean weave(Class<?> type, Gate.Target target) {
        Request request = request(type, target);
        if (request.woven == null) {
            request.woven = retransform(type, target);
        }
        return request.woven;
    }

    private boolean retransform(Class<?> type, Gate.Target target) {
        if (!jvm.isModifiableClass(type)) {
            return false;
        }
        try {
            jvm.retransformClasses(type);
            return true;
        } catch (Throwable thrown) {
            status.error(target.entry().name(), "weaving " + type.getName(), thrown);
            return false;
        }
    }

    /** The request for this class, made known to the gate before the class is retransformed. */
    private synchronized Request request(Class<?> type, Gate.Target target) {
        if (requests == null) {
            requests = new StateMap<>();
        }
        Request[] before = requestsOf(type);
        Request known = find(before, target.entry().name(), target.name());
        if (known != null) {
            return known;
        }
        Request[] after = Arrays.copyOf(before, before.length + 1);
        after[before.length] = new Request(target);
        requests.put(type, after);
        return after[before.length];
    }

    private Request[] requestsOf(Class<?> type) {
        StateMap<Class<?>, Request[]> known = requests;
        Request[] asked = known == null ? null : known.get(type);
        return asked == null ? NONE : asked;
    }

    private static Request find(Request[] asked, String instrumentation, String template) {
        for (Request request : asked) {
            if (request.is(instrumentation, template)) {
                return request;
            }
        }
        return null;
    }

    private GateIndex.Entry entry(String instrumentation) {
        for (GateIndex.Entry entry : enabled) {
            if (entry.name().equals(instrumentation)) {
                return entry;
            }
        }
        return null;
    }

    /** Neither the JDK's nor the end of a hierarchy. */
    private static boolean isOfApplication(Class<?> type) {
        return type != null
                && type.getClassLoader() != null
                && type.getClassLoader() != ClassLoader.getPlatformClassLoader();
    }
}
