package io.guildhall.messageindex.contract;

import io.guildhall.messageindex.Change;
import io.guildhall.messageindex.Version;
import io.guildhall.messageindex.document.MessageDocument;
import io.guildhall.messageindex.query.AuthorType;
import io.guildhall.messageindex.query.EmbedKind;
import io.guildhall.messageindex.query.Feature;
import java.util.List;
import java.util.Set;

/** Messages to find. */
final class Messages {
    static final long HOME = 1;
    static final long CHANNEL = 10;

    private Messages() {}

    static Change.Put put(long id, String text) {
        return put(id, CHANNEL, text, new Version(1, id));
    }

    static Change.Put put(long id, long channel, String text, Version version) {
        return new Change.Put(document(id, HOME, channel, text), version);
    }

    static MessageDocument document(long id, long home, long channel, String text) {
        return new MessageDocument(
                id,
                home,
                channel,
                List.of(text),
                7,
                AuthorType.USER,
                Set.of(),
                Set.of(),
                false,
                0,
                0,
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                false);
    }

    /** Has everything that a filter can ask for, except a poll. */
    static MessageDocument full(long id) {
        return new MessageDocument(
                id,
                HOME,
                CHANNEL,
                List.of("text"),
                7,
                AuthorType.USER,
                Set.of(21L),
                Set.of(31L),
                true,
                41,
                42,
                Set.of(Feature.FILE, Feature.LINK),
                Set.of(EmbedKind.GIF),
                Set.of("Tenor"),
                Set.of("example.com"),
                Set.of("Cat.gif"),
                true);
    }

    /** Has nothing but its text. */
    static MessageDocument bare(long id, AuthorType author) {
        return new MessageDocument(
                id,
                HOME,
                CHANNEL,
                List.of("text"),
                8,
                author,
                Set.of(),
                Set.of(),
                false,
                0,
                0,
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                false);
    }
}
