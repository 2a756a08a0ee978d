package io.guildhall.messageindex.lucene;

import io.guildhall.messageindex.Version;
import io.guildhall.messageindex.document.MessageDocument;
import java.util.Locale;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;

/** Makes Lucene's documents. */
final class Forms {
    private Forms() {}

    static Document message(MessageDocument message, Version version) {
        Document document = versioned(Field.message(message.id()), Field.MESSAGE, version);
        document.add(new LongField(Field.ID, message.id(), Store.NO));
        document.add(new NumericDocValuesField(Field.CHANNEL_NUMBER, message.channel()));
        word(document, Field.HOME, message.home());
        word(document, Field.CHANNEL, message.channel());
        message.texts().forEach(text -> document.add(new TextField(Field.TEXT, text, Store.NO)));
        word(document, Field.AUTHOR, message.author());
        word(document, Field.AUTHOR_TYPE, message.authorType().word());
        message.mentions().forEach(user -> word(document, Field.MENTION, user));
        message.mentionedRoles().forEach(role -> word(document, Field.ROLE, role));
        if (message.repliedToMessage() != 0) {
            word(document, Field.REPLIED_MESSAGE, message.repliedToMessage());
        }
        if (message.repliedToAuthor() != 0) {
            word(document, Field.REPLIED_AUTHOR, message.repliedToAuthor());
        }
        parts(document, message);
        return document;
    }

    /** What stays of a removed message, so that what arrives late does not bring it back. */
    static Document removed(long message, Version version) {
        Document document = versioned(Field.message(message), Field.REMOVED, version);
        document.add(new LongField(Field.ID, message, Store.NO));
        return document;
    }

    /** Says something of a channel or a home. */
    static Document mark(String key) {
        return keyed(key, Field.MARK);
    }

    static Document term(long home, long term) {
        Document document = keyed(Field.term(home), Field.MARK);
        document.add(new NumericDocValuesField(Field.EPOCH, term));
        return document;
    }

    private static Document keyed(String key, String state) {
        Document document = new Document();
        word(document, Field.KEY, key);
        word(document, Field.STATE, state);
        return document;
    }

    private static void parts(Document document, MessageDocument message) {
        message.features().forEach(feature -> word(document, Field.HAS, feature.word()));
        message.embeds().forEach(kind -> word(document, Field.EMBED, kind.word()));
        message.embedProviders().forEach(provider -> word(document, Field.PROVIDER, Words.cut(provider)));
        message.linkHostnames().forEach(host -> word(document, Field.HOSTNAME, Words.cut(host)));
        message.filenames().forEach(name -> {
            word(document, Field.FILENAME, Words.cut(name.toLowerCase(Locale.ROOT)));
            MessageDocument.extension(name).ifPresent(end -> word(document, Field.EXTENSION, Words.cut(end)));
        });
        if (message.pinned()) {
            word(document, Field.TRAIT, Field.PINNED);
        }
        if (message.mentionsEveryone()) {
            word(document, Field.TRAIT, Field.TO_EVERYONE);
        }
    }

    private static Document versioned(String key, String state, Version version) {
        Document document = keyed(key, state);
        document.add(new NumericDocValuesField(Field.EPOCH, version.epoch()));
        document.add(new NumericDocValuesField(Field.SEQUENCE, version.sequence()));
        return document;
    }

    private static void word(Document document, String field, long value) {
        word(document, field, Long.toString(value));
    }

    private static void word(Document document, String field, String value) {
        document.add(new StringField(field, value, Store.NO));
    }

    /** Whole values as one word. */
    static final class Words {
        private static final int LONGEST = 1024;

        private Words() {}

        /** Lucene refuses longer ones; questions are cut alike. */
        static String cut(String value) {
            return value.length() <= LONGEST ? value : value.substring(0, LONGEST);
        }
    }
}
