package io.guildhall.messageindex.facet;

import io.guildhall.messageindex.document.MessageDocument;
import io.guildhall.messageindex.query.EmbedKind;
import io.guildhall.messageindex.query.Feature;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The facets of a message. */
public final class Facets {
    static final String PINNED = "pinned";
    static final String TO_EVERYONE = "everyone";

    /** Longer values are cut, in messages and in questions alike: indexes do not take them without end. */
    private static final int LONGEST = 1024;

    private final Map<Facet, Set<String>> values = new EnumMap<>(Facet.class);

    private Facets() {}

    /** All values of each facet that has some. */
    public static Map<Facet, Set<String>> of(MessageDocument message) {
        Facets facets = new Facets();
        facets.ids(Facet.HOME, List.of(message.home()));
        facets.ids(Facet.CHANNEL, List.of(message.channel()));
        facets.ids(Facet.AUTHOR, List.of(message.author()));
        facets.add(Facet.AUTHOR_TYPE, Stream.of(message.authorType().word()));
        facets.ids(Facet.MENTION, message.mentions());
        facets.ids(Facet.ROLE, message.mentionedRoles());
        facets.ids(Facet.REPLIED_MESSAGE, some(message.repliedToMessage()));
        facets.ids(Facet.REPLIED_AUTHOR, some(message.repliedToAuthor()));
        facets.add(Facet.HAS, message.features().stream().map(Feature::word));
        facets.add(Facet.EMBED, message.embeds().stream().map(EmbedKind::word));
        facets.add(Facet.PROVIDER, message.embedProviders().stream());
        facets.add(Facet.HOSTNAME, message.linkHostnames().stream().map(Facets::small));
        facets.add(Facet.FILENAME, message.filenames().stream().map(Facets::small));
        facets.add(
                Facet.EXTENSION,
                message.filenames().stream().map(MessageDocument::extension).flatMap(Optional::stream));
        facets.add(Facet.TRAIT, message.pinned() ? Stream.of(PINNED) : Stream.empty());
        facets.add(Facet.TRAIT, message.mentionsEveryone() ? Stream.of(TO_EVERYONE) : Stream.empty());
        return facets.values;
    }

    static String small(String value) {
        return value.toLowerCase(Locale.ROOT);
    }

    static String cut(String value) {
        return value.length() <= LONGEST ? value : value.substring(0, LONGEST);
    }

    private static List<Long> some(long id) {
        return id == 0 ? List.of() : List.of(id);
    }

    private void ids(Facet facet, Collection<Long> ids) {
        add(facet, ids.stream().map(Object::toString));
    }

    private void add(Facet facet, Stream<String> words) {
        words.forEach(word ->
                values.computeIfAbsent(facet, missing -> new LinkedHashSet<>()).add(cut(word)));
    }
}
