package io.guildhall.messageindex.facet;

import io.guildhall.messageindex.query.AuthorType;
import io.guildhall.messageindex.query.Choice;
import io.guildhall.messageindex.query.EmbedKind;
import io.guildhall.messageindex.query.Feature;
import io.guildhall.messageindex.query.Parts;
import io.guildhall.messageindex.query.People;
import io.guildhall.messageindex.query.SearchQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a search asks of facets: all of it must hold. Text and bounds are not in it. */
public final class Conditions {
    private final List<Condition> all = new ArrayList<>();

    private Conditions() {}

    public static List<Condition> of(SearchQuery query) {
        Conditions conditions = new Conditions();
        conditions.require(Facet.HOME, query.place().homes(), Object::toString);
        conditions.require(Facet.CHANNEL, query.place().channels(), Object::toString);
        conditions.add(query.people());
        conditions.add(query.parts());
        return List.copyOf(conditions.all);
    }

    /** All messages of these homes. */
    public static Condition homes(Set<Long> homes) {
        return condition(Facet.HOME, homes, Object::toString, true);
    }

    private void add(People people) {
        any(Facet.AUTHOR, people.authors(), Object::toString);
        choice(Facet.AUTHOR_TYPE, people.authorTypes(), AuthorType::word);
        any(Facet.MENTION, people.mentions(), Object::toString);
        any(Facet.ROLE, people.mentionedRoles(), Object::toString);
        trait(Facets.TO_EVERYONE, people.mentionEveryone());
        any(Facet.REPLIED_AUTHOR, people.repliedToAuthors(), Object::toString);
        any(Facet.REPLIED_MESSAGE, people.repliedToMessages(), Object::toString);
    }

    private void add(Parts parts) {
        choice(Facet.HAS, parts.has(), Feature::word);
        any(Facet.EMBED, parts.embeds(), EmbedKind::word);
        any(Facet.PROVIDER, parts.embedProviders(), provider -> provider);
        any(Facet.HOSTNAME, parts.linkHostnames(), Facets::small);
        any(Facet.FILENAME, parts.filenames(), Facets::small);
        any(Facet.EXTENSION, parts.extensions(), Facets::small);
        trait(Facets.PINNED, parts.pinned());
    }

    private void trait(String trait, Optional<Boolean> wanted) {
        wanted.ifPresent(there -> all.add(new Condition(Facet.TRAIT, Set.of(trait), there)));
    }

    private <T> void choice(Facet facet, Choice<T> choice, Function<T, String> word) {
        any(facet, choice.any(), word);
        if (!choice.none().isEmpty()) {
            all.add(condition(facet, choice.none(), word, false));
        }
    }

    private <T> void any(Facet facet, Set<T> values, Function<T, String> word) {
        if (!values.isEmpty()) {
            require(facet, values, word);
        }
    }

    private <T> void require(Facet facet, Set<T> values, Function<T, String> word) {
        all.add(condition(facet, values, word, true));
    }

    private static <T> Condition condition(Facet facet, Set<T> values, Function<T, String> word, boolean wanted) {
        return new Condition(facet, values.stream().map(word).map(Facets::cut).collect(Collectors.toSet()), wanted);
    }
}
