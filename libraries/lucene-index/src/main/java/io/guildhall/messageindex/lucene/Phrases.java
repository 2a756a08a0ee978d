package io.guildhall.messageindex.lucene;

import io.guildhall.messageindex.query.Phrase;
import io.guildhall.messageindex.query.Words;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.QueryBuilder;

/**
 * What is asked for in the text: words near each other, in any of their forms; between quotation marks these words next to
 * each other. Nothing else has a meaning: what clients' filters say arrives in parameters.
 */
final class Phrases {
    private static final Analyzer ASKED = new MessageAnalyzer(Reading.ASKED);
    private static final Analyzer EXACT = new MessageAnalyzer(Reading.QUOTED);

    private Phrases() {}

    /** Empty when no text is asked for. Text without a single word finds nothing. */
    static Optional<Query> of(Words words) {
        if (words.contents().isEmpty()) {
            return Optional.empty();
        }
        List<Query> contents = words.contents().stream()
                .map(content -> content(content, words.slop()))
                .toList();
        return Optional.of(contents.size() == 1 ? contents.getFirst() : any(contents));
    }

    private static Query any(List<Query> contents) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        contents.forEach(content -> any.add(content, Occur.SHOULD));
        return any.build();
    }

    private static Query content(String content, int slop) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        for (Phrase phrase : Phrase.of(content)) {
            add(all, phrase.exact() ? EXACT : ASKED, phrase.text(), phrase.exact() ? 0 : slop);
        }
        BooleanQuery query = all.build();
        return query.clauses().isEmpty() ? new MatchNoDocsQuery("no words") : query;
    }

    private static void add(BooleanQuery.Builder all, Analyzer analyzer, String text, int slop) {
        Query query = new QueryBuilder(analyzer).createPhraseQuery(Field.TEXT, text, slop);
        if (query != null) {
            all.add(query, Occur.MUST);
        }
    }
}
