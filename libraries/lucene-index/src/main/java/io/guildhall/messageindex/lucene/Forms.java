package io.guildhall.messageindex.lucene;

import io.guildhall.messageindex.Version;
import io.guildhall.messageindex.document.DocumentKeys;
import io.guildhall.messageindex.document.MessageDocument;
import io.guildhall.messageindex.facet.Facets;
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
        Document document = versioned(DocumentKeys.message(message.id()), Field.MESSAGE, version);
        document.add(new LongField(Field.ID, message.id(), Store.NO));
        document.add(new NumericDocValuesField(Field.CHANNEL_NUMBER, message.channel()));
        message.texts().forEach(text -> document.add(new TextField(Field.TEXT, text, Store.NO)));
        Facets.of(message).forEach((facet, values) -> values.forEach(value -> word(document, facet.word(), value)));
        return document;
    }

    /** What stays of a removed message, so that what arrives late does not bring it back. */
    static Document removed(long message, Version version) {
        Document document = versioned(DocumentKeys.message(message), Field.REMOVED, version);
        document.add(new LongField(Field.ID, message, Store.NO));
        return document;
    }

    /** Says something of a channel or a home. */
    static Document mark(String key) {
        return keyed(key, Field.MARK);
    }

    static Document term(long home, long term) {
        Document document = keyed(DocumentKeys.term(home), Field.MARK);
        document.add(new NumericDocValuesField(Field.EPOCH, term));
        return document;
    }

    private static Document keyed(String key, String state) {
        Document document = new Document();
        word(document, Field.KEY, key);
        word(document, Field.STATE, state);
        return document;
    }

    private static Document versioned(String key, String state, Version version) {
        Document document = keyed(key, state);
        document.add(new NumericDocValuesField(Field.EPOCH, version.epoch()));
        document.add(new NumericDocValuesField(Field.SEQUENCE, version.sequence()));
        return document;
    }

    private static void word(Document document, String field, String value) {
        document.add(new StringField(field, value, Store.NO));
    }
}
