package io.autobot.agent.spi;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On an {@code Object} parameter of advice: the argument of the woven method that a {@link MethodSelection} chose;
 * {@code null} where it chose none, where there is none, and for numbers, which would have to be boxed.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface HookArgument {
    /** Which choice. */
    int value();
}
