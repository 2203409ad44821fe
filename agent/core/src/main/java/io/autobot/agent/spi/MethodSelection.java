package io.autobot.agent.spi;

import java.util.List;

/**
 * Methods of the application's own classes that only the configuration names, for an instrumentation that describes what
 * goes into them by a template. Any thread; weaving the same class again asks the same and has to be answered the same.
 */
public interface MethodSelection {
    /** A short name, unlike that of any other selection of the instrumentation. */
    String name();

    /** The class's binary name, or a pattern in which {@code *} stands for any characters. */
    String type();

    /** Whether a method of such a class is meant. */
    boolean selects(String method, String descriptor);

    /**
     * The number that {@link HookNumber} gives to the advice for this method.
     *
     * @param isStatic whether the method is
     * @return negative if it is not to be woven
     */
    int number(String type, String method, String descriptor, boolean isStatic);

    /** Which argument of the method, from 0 on, {@link HookArgument} gives for this slot; negative for none. */
    int argument(int slot);

    /**
     * A class is there and has none of the methods.
     *
     * @param bodiless whether it declares one that is abstract or native
     * @param methods the names of those it has
     */
    void notIn(String type, boolean bodiless, List<String> methods);
}
