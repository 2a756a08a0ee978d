package io.guildhall.model.event;

import org.eclipse.microprofile.config.spi.Converter;

/**
 * The bytes of a window between nodes, as they are configured: at least twice {@link EventSize#MOST_BYTES}, so that the largest event fits with the
 * numbers of all sessions that it is for. A smaller one is refused when a node starts.
 */
public final class WindowSize implements Converter<Long> {
    private static final long serialVersionUID = 1;

    public static final long LEAST_BYTES = 2L * EventSize.MOST_BYTES;

    @Override
    public Long convert(String text) {
        long bytes = Long.parseLong(text.trim());
        if (bytes < LEAST_BYTES) {
            throw new IllegalArgumentException("A window of " + bytes + " bytes is too small: the least is "
                    + LEAST_BYTES + ", two of the largest events");
        }
        return bytes;
    }
}
