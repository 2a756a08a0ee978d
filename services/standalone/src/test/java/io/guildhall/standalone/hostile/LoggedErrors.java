package io.guildhall.standalone.hostile;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What the process logs as an error meanwhile. */
final class LoggedErrors extends Handler implements AutoCloseable {
    private final List<String> errors = new CopyOnWriteArrayList<>();

    static LoggedErrors begin() {
        LoggedErrors errors = new LoggedErrors();
        Logger.getLogger("").addHandler(errors);
        return errors;
    }

    List<String> all() {
        return errors;
    }

    @Override
    public void publish(LogRecord record) {
        if (record.getLevel().intValue() >= Level.SEVERE.intValue()) {
            errors.add(record.getMessage() + " " + record.getThrown());
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        Logger.getLogger("").removeHandler(this);
    }
}
