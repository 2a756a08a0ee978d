package io.guildhall.messageindex.lucene;

import io.guildhall.messageindex.Hits.Hit;
import io.guildhall.messageindex.query.Page;
import io.guildhall.messageindex.query.Sorting;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSortField;

/** The page of hits that is asked for, in its order. */
final class Ranking {
    private static final SortField NEWEST = new SortedNumericSortField(Field.ID, SortField.Type.LONG, true);
    private static final SortField OLDEST = new SortedNumericSortField(Field.ID, SortField.Type.LONG, false);

    private Ranking() {}

    static List<Hit> hits(IndexSearcher searcher, Query question, Page page) throws IOException {
        ScoreDoc[] best = searcher.search(question, page.offset() + page.limit(), sort(page.sorting())).scoreDocs;
        List<Hit> hits = new ArrayList<>(page.limit());
        for (int rank = page.offset(); rank < best.length; rank++) {
            hits.add(hit(searcher, best[rank].doc));
        }
        return hits;
    }

    private static Sort sort(Sorting sorting) {
        return switch (sorting) {
            case NEWEST_FIRST -> new Sort(NEWEST);
            case OLDEST_FIRST -> new Sort(OLDEST);
            case RELEVANCE -> new Sort(SortField.FIELD_SCORE, NEWEST);
        };
    }

    private static Hit hit(IndexSearcher searcher, int document) throws IOException {
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
        int local = document - leaf.docBase;
        SortedNumericDocValues id = leaf.reader().getSortedNumericDocValues(Field.ID);
        NumericDocValues channel = leaf.reader().getNumericDocValues(Field.CHANNEL_NUMBER);
        if (!id.advanceExact(local) || !channel.advanceExact(local)) {
            throw new IllegalStateException("a message without id or channel");
        }
        return new Hit(channel.longValue(), id.nextValue());
    }
}
