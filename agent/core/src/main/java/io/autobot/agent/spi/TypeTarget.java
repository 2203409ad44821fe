package io.autobot.agent.spi;

import java.util.ArrayList;
import java.util.List;

/**
 * One class to weave and what goes into it. The class file itself is the witness of the library's version: when a
 * required hook matches none of its methods, the class stays as it is and the instrumentation is incompatible.
 */
public final class TypeTarget {
    private final String className;
    private final List<HookPoint> hooks = new ArrayList<>();
    private final List<CarriedField> fields = new ArrayList<>();
    private boolean foreign;

    TypeTarget(String className) {
        this.className = className;
    }

    /** Weaves the advice into every method that matches; at least one has to. */
    public TypeTarget on(MethodMatch match, Class<?> advice) {
        hooks.add(new HookPoint(true, List.of(Hook.hook(match, advice))));
        return this;
    }

    /** Weaves the advice where the method exists; versions of the library without it are supported too. */
    public TypeTarget onIfPresent(MethodMatch match, Class<?> advice) {
        hooks.add(new HookPoint(false, List.of(Hook.hook(match, advice))));
        return this;
    }

    /**
     * Weaves the first alternative that matches any method, and only that one: for a method whose parameters changed
     * while the old overload stayed and delegates to the new one. At least one has to match.
     */
    public TypeTarget onFirst(Hook... alternatives) {
        hooks.add(new HookPoint(true, List.of(alternatives)));
        return this;
    }

    /**
     * Adds a field to the class when it is loaded, for state of objects so short-lived or so many that a {@link
     * StateMap} costs too much. A class that was loaded before the agent cannot get one: see {@link CarriedField#find}.
     */
    public TypeTarget carries(CarriedField field) {
        fields.add(field);
        return this;
    }

    /**
     * The class belongs to another library, such as a pool's: weaving it says neither that the instrumentation's own
     * library is there nor what version it has.
     */
    public TypeTarget ofAnotherLibrary() {
        foreign = true;
        return this;
    }

    /** Whether {@link #ofAnotherLibrary} was said. */
    public boolean isOfAnotherLibrary() {
        return foreign;
    }

    /** The binary name of the class. */
    public String className() {
        return className;
    }

    public List<HookPoint> hooks() {
        return List.copyOf(hooks);
    }

    /** The fields that {@link #carries} named. */
    public List<CarriedField> fields() {
        return List.copyOf(fields);
    }

    /**
     * A match and the advice for it.
     *
     * @param field a field that the class must declare for this hook, because the advice reads it; {@code null} if none
     */
    public record Hook(MethodMatch match, Class<?> advice, String field) {
        /** Reads well in {@link TypeTarget#onFirst}. */
        public static Hook hook(MethodMatch match, Class<?> advice) {
            return new Hook(match, advice, null);
        }

        /** Only where the class declares this field. */
        public Hook whenField(String name) {
            return new Hook(match, advice, name);
        }
    }

    /**
     * One place to weave.
     *
     * @param required whether a class without a match is an unsupported version
     * @param alternatives in order of preference
     */
    public record HookPoint(boolean required, List<Hook> alternatives) {}
}
