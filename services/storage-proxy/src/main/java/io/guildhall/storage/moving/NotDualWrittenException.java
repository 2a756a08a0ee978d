package io.guildhall.storage.moving;

import java.nio.file.Path;
import java.util.Optional;

/** A store that is written to while it is copied, but does not write to the copy as well. */
public final class NotDualWrittenException extends RuntimeException {
    private static final long serialVersionUID = 1;

    NotDualWrittenException(Path directory, Optional<String> alsoWrittenTo) {
        super("The process that serves from " + directory + " "
                + alsoWrittenTo.map(store -> "also writes to " + store + ".").orElse("writes to that alone.")
                + " What it writes while it is copied would be lost: restart it with guildhall.storage.also-write-to set to"
                + " the target, exactly as it is given to --to, or stop it.");
    }
}
