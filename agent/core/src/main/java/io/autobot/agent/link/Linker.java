package io.autobot.agent.link;

import io.autobot.agent.status.InstrumentationStatus.Reason;
import io.autobot.agent.status.StatusBoard;
import io.autobot.agent.weave.Verdicts;
import java.lang.instrument.Instrumentation;
import java.lang.invoke.CallSite;
import java.lang.invoke.ConstantCallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.MutableCallSite;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Binds a woven call site to its advice when the call site runs for the first time. Never throws: what cannot be
 * linked becomes a call that does nothing, is counted and said once. Threads may race for one call site; linking it
 * twice gives the same. No lambdas and no string concatenation by invokedynamic are in its way of success.
 */
public final class Linker implements DispatcherTarget {
    /** Call sites met while linking on this thread; {@code null} when it is not linking. */
    private static final ThreadLocal<List<Unlinked>> LINKING = new ThreadLocal<>();

    private final InstrumentationLoaders loaders;
    private final ReferenceCheck references;
    private final StatusBoard status;
    private final Verdicts verdicts;
    private final Instrumentation jvm;

    /** @param agent where advice and its list of references are found */
    public Linker(
            ClassLoader agent, ReferenceCheck references, StatusBoard status, Verdicts verdicts, Instrumentation jvm) {
        this.loaders = new InstrumentationLoaders(agent);
        this.references = references;
        this.status = status;
        this.verdicts = verdicts;
        this.jvm = jvm;
    }

    private record Unlinked(MutableCallSite site, MethodHandles.Lookup caller, MethodType type, Object[] arguments) {}

    @Override
    public CallSite link(MethodHandles.Lookup caller, String name, MethodType type, Object[] arguments) {
        List<Unlinked> outer = LINKING.get();
        if (outer != null) {
            // Linking itself ran into woven code. It must not wait for itself, nor stay unlinked for ever.
            MutableCallSite site = new MutableCallSite(MethodHandles.empty(type));
            outer.add(new Unlinked(site, caller, type, arguments));
            return site;
        }
        List<Unlinked> nested = new ArrayList<>(0);
        LINKING.set(nested);
        try {
            MethodHandle target = target(caller, type, arguments);
            repair(nested);
            return new ConstantCallSite(target);
        } finally {
            LINKING.remove();
        }
    }

    @Override
    public void failed(Throwable thrown, String instrumentation, String advice) {
        status.error(instrumentation, advice, thrown);
    }

    private void repair(List<Unlinked> nested) {
        // Repairing may meet further call sites, which append themselves.
        for (int i = 0; i < nested.size(); i++) {
            Unlinked unlinked = nested.get(i);
            unlinked.site().setTarget(target(unlinked.caller(), unlinked.type(), unlinked.arguments()));
            MutableCallSite.syncAll(new MutableCallSite[] {unlinked.site()});
        }
    }

    private MethodHandle target(MethodHandles.Lookup caller, MethodType type, Object[] arguments) {
        String instrumentation = (String) arguments[0];
        String adviceClass = (String) arguments[1];
        try {
            Class<?> woven = caller.lookupClass();
            ClassLoader application = woven.getClassLoader();
            if (verdicts.incompatible(application, instrumentation)) {
                return MethodHandles.empty(type);
            }
            InstrumentationClassLoader loader = loaders.of(application);
            exportPackage(woven, loader);
            String missing = references.missing(adviceClass, loader);
            if (missing != null) {
                verdicts.reject(application, instrumentation);
                status.incompatible(
                        instrumentation,
                        Reason.MISSING_MEMBER,
                        "is off: the library lacks " + missing + ", which the hook " + adviceClass + " needs",
                        null);
                return MethodHandles.empty(type);
            }
            return loader.lookup()
                    .findStatic(
                            Class.forName(adviceClass, true, loader),
                            (String) arguments[2],
                            MethodType.fromMethodDescriptorString((String) arguments[3], loader))
                    .asType(type);
        } catch (Throwable thrown) {
            status.failed(instrumentation, Reason.LINK_FAILED, "linking ".concat(adviceClass), thrown);
            return MethodHandles.empty(type);
        }
    }

    /**
     * Advice takes the woven class by its type, and its helpers may read its private fields; a named module may keep both
     * to itself.
     */
    private void exportPackage(Class<?> woven, InstrumentationClassLoader loader) {
        Module module = woven.getModule();
        Module advice = loader.getUnnamedModule();
        String wovenPackage = woven.getPackageName();
        if (module.isNamed() && !(module.isExported(wovenPackage, advice) && module.isOpen(wovenPackage, advice))) {
            Map<String, Set<Module>> toAdvice = Map.of(wovenPackage, Set.of(advice));
            jvm.redefineModule(module, Set.of(), toAdvice, toAdvice, Set.of(), Map.of());
        }
    }
}
