package io.guildhall.messageindex;

import java.util.List;

/**
 * What a search found.
 *
 * @param total how many messages fit, on all pages
 * @param messages those of the page, in order
 */
public record Hits(long total, List<Hit> messages) {
    public Hits {
        messages = List.copyOf(messages);
    }

    public record Hit(long channel, long message) {}
}
