package io.guildhall.orchestration.library;

import java.util.Optional;
import java.util.function.Consumer;

/** The libraries of one language. */
public interface Language {
    String name();

    /** What this machine would need for them. */
    Optional<String> missing();

    /**
     * Fetches and builds them.
     *
     * @param ready told of each when it can run; others may still be on their way
     * @throws io.guildhall.orchestration.commandline.Refusal when one can't be had
     */
    void prepare(Consumer<Libraries.Program> ready);
}
