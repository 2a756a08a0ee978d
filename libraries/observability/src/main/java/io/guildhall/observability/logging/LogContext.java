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
    /** All ids together, as the plain console shows them; empty outside of any context. */
    static final String TOGETHER = "context";

    private final String name;
    private final Object before;
    private final Object togetherBefore;

    private LogContext(String name, Object before, Object togetherBefore) {
        this.name = name;
        this.before = before;
        this.togetherBefore = togetherBefore;
    }

    /** @param name what the id is of: {@code guild}, {@code user}, {@code session}, {@code request} */
    public static LogContext of(String name, long id) {
        Object before = MDC.get(name);
        Object togetherBefore = MDC.get(TOGETHER);
        String text = Long.toUnsignedString(id);
        MDC.put(name, text);
        MDC.put(TOGETHER, (togetherBefore == null ? "" : togetherBefore) + name + "=" + text + " ");
        return new LogContext(name, before, togetherBefore);
    }

    @Override
    public void close() {
        restore(name, before);
        restore(TOGETHER, togetherBefore);
    }

    private static void restore(String key, Object value) {
        if (value == null) {
            MDC.remove(key);
        } else {
            MDC.put(key, value);
        }
    }
}
