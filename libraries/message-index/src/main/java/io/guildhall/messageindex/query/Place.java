package io.guildhall.messageindex.query;

import java.util.OptionalLong;
import java.util.Set;

/**
 * Where it is looked. The channels that the searcher may read are part of the query, so nothing is counted that the
 * searcher may not see.
 *
 * @param homes the guild; for private channels the channels themselves
 * @param channels in no others is anything found; empty: nowhere
 * @param after only messages with a higher id
 * @param before only messages with a lower id
 */
public record Place(Set<Long> homes, Set<Long> channels, OptionalLong after, OptionalLong before) {
    public Place {
        homes = Set.copyOf(homes);
        channels = Set.copyOf(channels);
    }

    public static Place of(long home, Set<Long> channels) {
        return new Place(Set.of(home), channels, OptionalLong.empty(), OptionalLong.empty());
    }
}
