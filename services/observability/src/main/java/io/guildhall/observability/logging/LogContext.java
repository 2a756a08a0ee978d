package io.guildhall.observability.logging;

import org.jboss.logging.MDC;

/**
 * Ids that every line of a piece of work carries. To be used in a try-with-resources block on one thread:
 *
 * <pre>{@code
 * try (LogContext guild = LogContext.of("guild", id)) {
 *     ...
 * }
 * }</pre>
 */
public final class LogContext implements AutoCloseable {
    private final String name;
    private final Object before;

    private LogContext(String name, Object before) {
        this.name = name;
        this.before = before;
    }

    /** @param name what the id is of: {@code guild}, {@code user}, {@code session}, {@code request} */
    public static LogContext of(String name, long id) {
        Object before = MDC.get(name);
        MDC.put(name, Long.toUnsignedString(id));
        return new LogContext(name, before);
    }

    @Override
    public void close() {
        if (before == null) {
            MDC.remove(name);
        } else {
            MDC.put(name, before);
        }
    }
}
