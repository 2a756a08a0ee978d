package io.guildhall.messageindex.document;

import io.guildhall.messageindex.query.AuthorType;
import io.guildhall.messageindex.query.EmbedKind;
import io.guildhall.messageindex.query.Feature;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What of a message can be searched for.
 *
 * @param home the guild; for private channels the channel itself
 * @param texts the content, and what embeds, polls, forwarded messages and components say
 * @param repliedToMessage 0 for none
 * @param repliedToAuthor 0 for none
 */
public record MessageDocument(
        long id,
        long home,
        long channel,
        List<String> texts,
        long author,
        AuthorType authorType,
        Set<Long> mentions,
        Set<Long> mentionedRoles,
        boolean mentionsEveryone,
        long repliedToMessage,
        long repliedToAuthor,
        Set<Feature> features,
        Set<EmbedKind> embeds,
        Set<String> embedProviders,
        Set<String> linkHostnames,
        Set<String> filenames,
        boolean pinned) {
    /** What stands after a file's last dot, in small letters. */
    public static Optional<String> extension(String filename) {
        int dot = filename.lastIndexOf('.');
        return dot < 0 || dot == filename.length() - 1
                ? Optional.empty()
                : Optional.of(filename.substring(dot + 1).toLowerCase(java.util.Locale.ROOT));
    }
}
