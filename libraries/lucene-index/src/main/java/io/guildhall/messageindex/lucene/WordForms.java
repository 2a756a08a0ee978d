package io.guildhall.messageindex.lucene;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.Queue;
import java.util.Set;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/** Replaces each word by its forms, all at the word's place. */
final class WordForms extends TokenFilter {
    /** Longer words are cut: nobody looks for more of them, and no index takes them without end. */
    private static final int LONGEST = 255;

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute increment = addAttribute(PositionIncrementAttribute.class);
    private final Spelling spelling = new Spelling();
    private final Queue<String> waiting = new ArrayDeque<>();
    private final Reading reading;

    private State word;

    WordForms(TokenStream input, Reading reading) {
        super(input);
        this.reading = reading;
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (!waiting.isEmpty()) {
            restoreState(word);
            term.setEmpty().append(waiting.remove());
            increment.setPositionIncrement(0);
            return true;
        }
        if (!input.incrementToken()) {
            return false;
        }
        waiting.addAll(forms(cut(term.toString())));
        term.setEmpty().append(waiting.remove());
        word = captureState();
        return true;
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        waiting.clear();
        word = null;
    }

    /** Never empty. */
    private Set<String> forms(String text) {
        return switch (reading) {
            case INDEXED -> {
                Set<String> all = new LinkedHashSet<>(Spelling.exact(text));
                all.addAll(spelling.stems(text));
                yield all;
            }
            case ASKED -> spelling.stems(text);
            case QUOTED -> Spelling.exact(text);
        };
    }

    private static String cut(String text) {
        int end = Math.min(LONGEST, text.length());
        return text.substring(
                0, end < text.length() && Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end);
    }
}
