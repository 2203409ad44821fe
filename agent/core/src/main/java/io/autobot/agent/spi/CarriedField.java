package io.autobot.agent.spi;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * A field of ours in a class of a library: public, transient and synthetic, so that nobody who looks at the object's
 * own fields minds it.
 *
 * @param name what it holds; in the class it stands behind {@link #PREFIX}
 * @param type {@code long.class}, {@code int.class} or {@code Object.class}: nothing the library's loader cannot see
 */
public record CarriedField(String name, Class<?> type) {
    /** What the names of all such fields begin with. */
    public static final String PREFIX = "autobot$";

    /** Refuses types that the library's class loader might not know. */
    public CarriedField {
        if (type != Object.class && !type.isPrimitive()) {
            throw new IllegalArgumentException(name + " must be an Object or a primitive");
        }
    }

    /** The field's name in the class. */
    public String memberName() {
        return PREFIX + name;
    }

    /**
     * Access to the field, for a {@code static final} of the advice's helper: the compiler then makes it a plain
     * access to memory. {@code null} where the class was loaded before the agent and has no such field; a {@link
     * StateMap} has to do then.
     *
     * @param lookup of the helper itself
     * @param owner a public class
     */
    public VarHandle find(MethodHandles.Lookup lookup, Class<?> owner) {
        try {
            return lookup.findVarHandle(owner, memberName(), type);
        } catch (ReflectiveOperationException absent) {
            return null;
        }
    }
}
