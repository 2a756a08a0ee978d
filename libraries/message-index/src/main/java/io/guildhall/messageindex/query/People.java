package io.guildhall.messageindex.query;

import java.util.Optional;
import java.util.Set;

/**
 * Who wrote a message and whom it is about. Empty sets ask for nothing.
 *
 * @param mentionEveryone whether it mentions @everyone or @here
 */
public record People(
        Set<Long> authors,
        Choice<AuthorType> authorTypes,
        Set<Long> mentions,
        Set<Long> mentionedRoles,
        Optional<Boolean> mentionEveryone,
        Set<Long> repliedToAuthors,
        Set<Long> repliedToMessages) {
    public static People any() {
        return new People(Set.of(), Choice.all(), Set.of(), Set.of(), Optional.empty(), Set.of(), Set.of());
    }
}
