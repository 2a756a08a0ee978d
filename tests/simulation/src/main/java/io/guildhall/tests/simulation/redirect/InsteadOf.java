package io.guildhall.tests.simulation.redirect;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Simulated code calls this static method instead of a method of the same name of the JDK. Where that one belongs to an object,
 * the object is the first parameter here.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface InsteadOf {
    /** The classes by whose names callers know the method. */
    Class<?>[] value();
}
