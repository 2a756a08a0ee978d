package io.guildhall.messageindex.lucene;

import io.guildhall.messageindex.query.AuthorType;
import io.guildhall.messageindex.query.Choice;
import io.guildhall.messageindex.query.EmbedKind;
import io.guildhall.messageindex.query.Feature;
import io.guildhall.messageindex.query.Parts;
import io.guildhall.messageindex.query.People;
import io.guildhall.messageindex.query.Place;
import io.guildhall.messageindex.query.SearchQuery;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/** Puts a search into Lucene's words. */
final class Questions {
    private Questions() {}

    static Query of(SearchQuery query) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        Phrases.of(query.words()).ifPresent(text -> all.add(text, Occur.MUST));
        place(all, query.place());
        people(all, query.people());
        parts(all, query.parts());
        return all.build();
    }

    /** All messages of a home. */
    static Query home(long home) {
        return new BooleanQuery.Builder()
                .add(word(Field.HOME, Long.toString(home)), Occur.FILTER)
                .add(word(Field.STATE, Field.MESSAGE), Occur.FILTER)
                .build();
    }

    static Query word(String field, String value) {
        return new TermQuery(new Term(field, value));
    }

    private static void place(BooleanQuery.Builder all, Place place) {
        all.add(home(place.home()), Occur.FILTER);
        all.add(in(Field.CHANNEL, place.channels(), Object::toString), Occur.FILTER);
        long lowest = place.after().isPresent() ? next(place.after().getAsLong()) : Long.MIN_VALUE;
        long highest = place.before().isPresent() ? place.before().getAsLong() - 1 : Long.MAX_VALUE;
        if (lowest != Long.MIN_VALUE || highest != Long.MAX_VALUE) {
            all.add(LongField.newRangeQuery(Field.ID, lowest, highest), Occur.FILTER);
        }
    }

    /** No message has the highest id. */
    private static long next(long id) {
        return id == Long.MAX_VALUE ? id : id + 1;
    }

    private static void people(BooleanQuery.Builder all, People people) {
        any(all, Field.AUTHOR, people.authors(), Object::toString);
        choice(all, Field.AUTHOR_TYPE, people.authorTypes(), AuthorType::word);
        any(all, Field.MENTION, people.mentions(), Object::toString);
        any(all, Field.ROLE, people.mentionedRoles(), Object::toString);
        trait(all, Field.TO_EVERYONE, people.mentionEveryone());
        any(all, Field.REPLIED_AUTHOR, people.repliedToAuthors(), Object::toString);
        any(all, Field.REPLIED_MESSAGE, people.repliedToMessages(), Object::toString);
    }

    private static void parts(BooleanQuery.Builder all, Parts parts) {
        choice(all, Field.HAS, parts.has(), Feature::word);
        any(all, Field.EMBED, parts.embeds(), EmbedKind::word);
        any(all, Field.PROVIDER, parts.embedProviders(), Forms.Words::cut);
        any(all, Field.HOSTNAME, parts.linkHostnames(), Questions::small);
        any(all, Field.FILENAME, parts.filenames(), Questions::small);
        any(all, Field.EXTENSION, parts.extensions(), Questions::small);
        trait(all, Field.PINNED, parts.pinned());
    }

    private static String small(String value) {
        return Forms.Words.cut(value.toLowerCase(Locale.ROOT));
    }

    private static void trait(BooleanQuery.Builder all, String trait, Optional<Boolean> wanted) {
        wanted.ifPresent(there -> all.add(word(Field.TRAIT, trait), there ? Occur.FILTER : Occur.MUST_NOT));
    }

    private static <T> void choice(BooleanQuery.Builder all, String field, Choice<T> choice, Function<T, String> word) {
        any(all, field, choice.any(), word);
        if (!choice.none().isEmpty()) {
            all.add(in(field, choice.none(), word), Occur.MUST_NOT);
        }
    }

    private static <T> void any(BooleanQuery.Builder all, String field, Set<T> values, Function<T, String> word) {
        if (!values.isEmpty()) {
            all.add(in(field, values, word), Occur.FILTER);
        }
    }

    /** Nothing is in no values. */
    private static <T> Query in(String field, Collection<T> values, Function<T, String> word) {
        return new TermInSetQuery(
                field, values.stream().map(word).map(BytesRef::new).toList());
    }
}
