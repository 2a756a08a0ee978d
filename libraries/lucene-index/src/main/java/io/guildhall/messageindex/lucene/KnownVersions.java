package io.guildhall.messageindex.lucene;

import io.guildhall.messageindex.Version;
import io.guildhall.messageindex.document.DocumentKeys;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.BytesRef;

/** Which version of each message an index holds: in a searcher, and what was written since it was opened. */
final class KnownVersions {
    private final Map<Long, Version> fresh = new HashMap<>();
    private final Set<String> freshMarks = new HashSet<>();
    private final Set<String> unmarked = new HashSet<>();

    void written(long message, Version version) {
        fresh.put(message, version);
    }

    void marked(String key) {
        freshMarks.add(key);
        unmarked.remove(key);
    }

    /** A searcher was opened that sees everything. */
    void reopened() {
        fresh.clear();
        freshMarks.clear();
        unmarked.clear();
    }

    int size() {
        return fresh.size() + freshMarks.size() + unmarked.size();
    }

    boolean isNewer(IndexSearcher searcher, long message, Version version) throws IOException {
        Optional<Version> known = Optional.ofNullable(fresh.get(message));
        if (known.isEmpty()) {
            known = stored(searcher, DocumentKeys.message(message));
        }
        return known.isEmpty() || version.isAfter(known.get());
    }

    /** Whether there is a document with this key. Every message asks it of its channel and its home: the index is asked once. */
    boolean isMarked(IndexSearcher searcher, String key) throws IOException {
        if (freshMarks.contains(key)) {
            return true;
        }
        if (unmarked.contains(key)) {
            return false;
        }
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            if (find(leaf.reader(), key).isPresent()) {
                return true;
            }
        }
        unmarked.add(key);
        return false;
    }

    /** The version of the document with this key, which has one. */
    static Optional<Version> stored(IndexSearcher searcher, String key) throws IOException {
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            LeafReader reader = leaf.reader();
            OptionalInt document = find(reader, key);
            if (document.isPresent()) {
                return Optional.of(new Version(
                        value(reader, Field.EPOCH, document.getAsInt()),
                        value(reader, Field.SEQUENCE, document.getAsInt())));
            }
        }
        return Optional.empty();
    }

    private static OptionalInt find(LeafReader reader, String key) throws IOException {
        PostingsEnum postings = reader.postings(new Term(Field.KEY, new BytesRef(key)), PostingsEnum.NONE);
        if (postings == null) {
            return OptionalInt.empty();
        }
        for (int document = postings.nextDoc();
                document != DocIdSetIterator.NO_MORE_DOCS;
                document = postings.nextDoc()) {
            if (reader.getLiveDocs() == null || reader.getLiveDocs().get(document)) {
                return OptionalInt.of(document);
            }
        }
        return OptionalInt.empty();
    }

    private static long value(LeafReader reader, String field, int document) throws IOException {
        NumericDocValues values = reader.getNumericDocValues(field);
        return values != null && values.advanceExact(document) ? values.longValue() : 0;
    }
}
