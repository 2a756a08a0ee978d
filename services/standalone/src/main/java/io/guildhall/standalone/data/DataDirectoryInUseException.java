package io.guildhall.standalone.data;

import java.nio.file.Path;

/** Another process holds the data directory. */
public final class DataDirectoryInUseException extends Exception {
    private static final long serialVersionUID = 1L;

    DataDirectoryInUseException(Path directory) {
        super("the data directory " + directory + " is in use by another process. "
                + "Stop that process, or choose another directory with --data.");
    }
}
