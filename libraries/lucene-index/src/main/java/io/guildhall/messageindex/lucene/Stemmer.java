package io.guildhall.messageindex.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** A filter of Lucene's that changes words, for one word at a time. */
final class Stemmer {
    private final OneWord word = new OneWord();
    private final TokenStream filter;

    Stemmer(UnaryOperator<TokenStream> filter) {
        this.filter = filter.apply(word);
    }

    /** What the filter leaves; the word itself when that is nothing. */
    String stem(String text) {
        word.next(text);
        try {
            filter.incrementToken();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        String stem = word.text();
        return stem.isEmpty() ? text : stem;
    }

    private static final class OneWord extends TokenStream {
        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private String next = "";

        void next(String text) {
            next = text;
        }

        String text() {
            return term.toString();
        }

        @Override
        public boolean incrementToken() {
            clearAttributes();
            term.append(next);
            return true;
        }
    }
}
