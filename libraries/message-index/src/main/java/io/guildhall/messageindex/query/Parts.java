package io.guildhall.messageindex.query;

import java.util.Optional;
import java.util.Set;

/** What a message has. Empty sets ask for nothing; of a set at least one is to be there. */
public record Parts(
        Choice<Feature> has,
        Set<EmbedKind> embeds,
        Set<String> embedProviders,
        Set<String> linkHostnames,
        Set<String> filenames,
        Set<String> extensions,
        Optional<Boolean> pinned) {
    public static Parts any() {
        return new Parts(Choice.all(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Optional.empty());
    }
}
