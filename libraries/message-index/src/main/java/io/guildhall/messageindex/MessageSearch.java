package io.guildhall.messageindex;

import io.guildhall.messageindex.query.SearchQuery;

/** Where searches are answered: in this process, or by the cluster's search service. Blocks; threads may share it. */
public interface MessageSearch {
    /** @param history where the messages of the query's homes come from that were sent before those had an index */
    Found search(SearchQuery query, History history);

    /** What came of a search. */
    sealed interface Found {
        record Messages(Hits hits) implements Found {}

        /**
         * The index is being made; a search would find a part.
         *
         * @param documents so many messages are in it already
         */
        record NotYet(long documents) implements Found {}
    }
}
