package io.guildhall.messageindex.elasticsearch;

import io.guildhall.messageindex.lucene.MessageAnalyzer;
import io.guildhall.messageindex.lucene.Reading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * A text as its words, taken apart here and not by the cell: words between spaces, the forms of one word between bars. So cells need no
 * plugins, the same words are found as in one process, and what people wrote is not stored there. The analyzer of {@link IndexShape}
 * takes it apart again.
 */
final class EncodedWords {
    static final char BETWEEN_FORMS = '|';
    private static final char BETWEEN_WORDS = ' ';

    /** Stands where a word was left out; no word is like it. */
    private static final String NOTHING = "\u0002";

    private static final Analyzer INDEXED = new MessageAnalyzer(Reading.INDEXED);
    private static final Analyzer ASKED = new MessageAnalyzer(Reading.ASKED);
    private static final Analyzer QUOTED = new MessageAnalyzer(Reading.QUOTED);

    private EncodedWords() {}

    /** Empty when there are no words in it. */
    static String of(String text, Reading reading) {
        List<StringBuilder> words = new ArrayList<>();
        try (TokenStream tokens = analyzer(reading).tokenStream("text", text)) {
            CharTermAttribute term = tokens.getAttribute(CharTermAttribute.class);
            PositionIncrementAttribute step = tokens.getAttribute(PositionIncrementAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                for (int skipped = 1; skipped < step.getPositionIncrement(); skipped++) {
                    words.add(new StringBuilder(NOTHING));
                }
                if (step.getPositionIncrement() > 0 || words.isEmpty()) {
                    words.add(new StringBuilder());
                } else {
                    words.getLast().append(BETWEEN_FORMS);
                }
                appendWord(words.getLast(), term);
            }
            tokens.end();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return String.join(String.valueOf(BETWEEN_WORDS), words);
    }

    /** What lies between words and forms is part of none. */
    private static void appendWord(StringBuilder words, CharSequence term) {
        for (int index = 0; index < term.length(); index++) {
            char letter = term.charAt(index);
            words.append(letter == BETWEEN_FORMS || Character.isWhitespace(letter) ? '_' : letter);
        }
    }

    private static Analyzer analyzer(Reading reading) {
        return switch (reading) {
            case INDEXED -> INDEXED;
            case ASKED -> ASKED;
            case QUOTED -> QUOTED;
        };
    }
}
