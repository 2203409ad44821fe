package io.autobot.agent.weave;

import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.pool.TypePool;

/**
 * Describes our own types from their class files, those of the JDK's API and Byte Buddy's from their loaded classes, and
 * every other type by nothing but its name. Advice only needs to know that a woven parameter and an advice parameter are of the same type, and
 * asking a library for its class files fails in loaders that give no resources.
 */
final class LatentTypePool extends TypePool.Default {
    private LatentTypePool(CacheProvider cache, ClassFileLocator locator) {
        super(cache, locator, ReaderMode.FAST, new JdkApi(TypePool.ClassLoading.ofBootLoader()));
    }

    static TypePool over(ClassFileLocator locator) {
        return new LatentTypePool(new CacheProvider.Simple(), locator);
    }

    @Override
    protected Resolution doDescribe(String name) {
        if (name.startsWith("net.bytebuddy.")) {
            return annotation(name);
        }
        Resolution known = super.doDescribe(name);
        if (known.isResolved()) {
            return known;
        }
        return new Resolution.Simple(new TypeDescription.Latent(
                name, 1 /* public */, TypeDescription.Generic.OfNonGenericType.ForLoadedType.of(Object.class)));
    }

    /** The annotations of advice methods. */
    private static Resolution annotation(String name) {
        try {
            return new Resolution.Simple(TypeDescription.ForLoadedType.of(Class.forName(name)));
        } catch (ClassNotFoundException absent) {
            return new Resolution.Illegal(name);
        }
    }

    /**
     * The boot loader might be loading just what it is asked for, for us to weave: behind its API it is not asked at all,
     * and of its API such a class is described by its name.
     */
    private record JdkApi(TypePool boot) implements TypePool {
        @Override
        public Resolution describe(String name) {
            try {
                return name.startsWith("java.") ? boot.describe(name) : new Resolution.Illegal(name);
            } catch (ClassCircularityError beingLoaded) {
                return new Resolution.Illegal(name);
            }
        }

        @Override
        public void clear() {
            boot.clear();
        }
    }
}
