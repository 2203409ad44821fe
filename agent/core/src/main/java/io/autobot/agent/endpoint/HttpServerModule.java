package io.autobot.agent.endpoint;

import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.util.Set;

/** Whether {@code jdk.httpserver} can be used in this JVM, and where it is taken from. */
final class HttpServerModule {
    static final String NAME = "jdk.httpserver";

    private HttpServerModule() {}

    /** Whether the endpoint's classes can be loaded; afterwards they can. Never throws. */
    static boolean isUsable() {
        return ModuleLayer.boot().findModule(NAME).isPresent() || isApplicationModular() && lend();
    }

    /**
     * A modular application gets the modules it requires and no others, although the runtime has them. On the class
     * path a missing module was left out on purpose or does not exist.
     */
    private static boolean isApplicationModular() {
        return System.getProperty("jdk.module.main") != null;
    }

    /** Gives the module to the agent's class loader alone, in a layer of its own. */
    private static boolean lend() {
        try {
            ModuleLayer boot = ModuleLayer.boot();
            Configuration wanted =
                    boot.configuration().resolve(ModuleFinder.of(), ModuleFinder.ofSystem(), Set.of(NAME));
            ClassLoader modules = boot.defineModulesWithOneLoader(wanted, ClassLoader.getPlatformClassLoader())
                    .findLoader(NAME);
            ClassLoader agent = HttpServerModule.class.getClassLoader();
            agent.getClass().getMethod("lend", ClassLoader.class).invoke(agent, modules);
            return true;
        } catch (ReflectiveOperationException | RuntimeException | Error impossible) {
            return false;
        }
    }
}
