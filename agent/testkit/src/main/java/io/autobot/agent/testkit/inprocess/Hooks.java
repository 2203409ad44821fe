package io.autobot.agent.testkit.inprocess;

import io.autobot.agent.spi.Description;
import io.autobot.agent.spi.Instrumentation;
import io.autobot.agent.spi.TypeTarget;
import io.autobot.agent.spi.TypeTarget.Hook;
import io.autobot.agent.spi.TypeTarget.HookPoint;
import io.autobot.agent.testkit.inprocess.CallSites.Site;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Whether the hooks of an instrumentation fit a release of its library, without using the library. */
public final class Hooks {
    private Hooks() {}

    /**
     * Loads every class that the instrumentation names and this loader has, and links every woven call in them. What does
     * not fit the agent counts, and {@link WeavingExtension} reports.
     */
    public static List<Site> link(Instrumentation instrumentation, ClassLoader library)
            throws ReflectiveOperationException {
        List<Class<?>> targets = new ArrayList<>();
        for (TypeTarget type : Description.of(instrumentation).types()) {
            if (library.getResource(type.className().replace('.', '/') + ".class") != null) {
                // Initialisation comes after verification.
                targets.add(Class.forName(type.className(), true, library));
            }
        }
        return CallSites.link(targets.toArray(Class<?>[]::new));
    }

    /** The hooks that none of these woven calls belongs to, for people. */
    public static Set<String> idle(Instrumentation instrumentation, Collection<Site> sites) {
        Set<String> idle = new LinkedHashSet<>();
        for (TypeTarget type : Description.of(instrumentation).types()) {
            for (HookPoint point : type.hooks()) {
                for (Hook hook : point.alternatives()) {
                    if (sites.stream().noneMatch(site -> fits(type, hook, site))) {
                        idle.add(type.className() + "." + hook.match());
                    }
                }
            }
        }
        return idle;
    }

    private static boolean fits(TypeTarget type, Hook hook, Site site) {
        return site.type().equals(type.className())
                && hook.match().matches(site.method(), site.descriptor())
                && site.advice().equals(hook.advice().getName());
    }
}
