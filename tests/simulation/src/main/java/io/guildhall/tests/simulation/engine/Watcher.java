package io.guildhall.tests.simulation.engine;

import java.time.Duration;

/** Hears of each step of a run, to see where two of them part. */
@FunctionalInterface
public interface Watcher {
    /** Watching costs time. */
    Watcher NOBODY = step -> {};

    /** A step is about to be taken: when, on which machine, and what handed it out. */
    void step(String step);

    /** What hands out a task now: the innermost code that is not the engine's, nor in its place the JDK's. */
    default String whence() {
        return this == NOBODY
                ? ""
                : StackWalker.getInstance().walk(frames -> frames.filter(
                                frame -> frame.getClassName().startsWith("io.guildhall.")
                                        && !frame.getClassName().contains(".simulation.engine.")
                                        && !frame.getClassName().contains(".simulation.redirect."))
                        .map(frame -> frame.getClassName() + "." + frame.getMethodName() + ":" + frame.getLineNumber())
                        .findFirst()
                        .orElse("the end of another"));
    }

    /** @param time since the beginning */
    default void taken(Task task, Duration time) {
        if (this != NOBODY) {
            step("after " + time + " on " + task.machine() + ", handed out as number " + task.number() + " by "
                    + task.whence());
        }
    }
}
