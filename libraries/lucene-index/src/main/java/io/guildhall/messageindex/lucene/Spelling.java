package io.guildhall.messageindex.lucene;

import com.ibm.icu.text.Normalizer2;
import java.lang.Character.UnicodeScript;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.ar.ArabicNormalizationFilter;
import org.apache.lucene.analysis.ar.ArabicStemFilter;
import org.apache.lucene.analysis.de.GermanLightStemFilter;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.icu.ICUFoldingFilter;
import org.apache.lucene.analysis.ru.RussianLightStemFilter;

/**
 * The forms of a word under which it is found. Nobody says which language a message is in, and many hold two; so each word gets
 * the stems of the languages that its script may be, each marked with its language, and two words are the same when they
 * meet in one. Not for several threads: stemmers have state.
 */
final class Spelling {
    /** Before a stem: no word begins so. */
    private static final String MARK = "\u0001";

    private static final Normalizer2 FOLDING = ICUFoldingFilter.NORMALIZER;

    private final Stemmer english = new Stemmer(words -> new PorterStemFilter(new EnglishPossessiveFilter(words)));
    private final Stemmer german = new Stemmer(GermanLightStemFilter::new);
    private final Stemmer russian = new Stemmer(RussianLightStemFilter::new);
    private final Stemmer arabic = new Stemmer(words -> new ArabicStemFilter(new ArabicNormalizationFilter(words)));

    /** The word itself without case and marks; with two dots also as it is written out: {@code größe} is {@code groesse}. */
    static Set<String> exact(String word) {
        Set<String> forms = new LinkedHashSet<>();
        forms.add(FOLDING.normalize(word));
        if (hasUmlaut(word)) {
            forms.add(
                    FOLDING.normalize(word.replace("ä", "ae").replace("ö", "oe").replace("ü", "ue")));
        }
        return forms;
    }

    /** What inflected forms have in common, marked; a word of a script without stems, as it is. */
    Set<String> stems(String word) {
        Set<String> stems = new LinkedHashSet<>();
        exact(word).forEach(form -> stemsOf(form).forEach(stem -> stems.add(MARK + stem)));
        return stems;
    }

    private List<String> stemsOf(String word) {
        return switch (UnicodeScript.of(word.isEmpty() ? ' ' : word.codePointAt(0))) {
            case LATIN -> List.of("e" + english.stem(word), "d" + german.stem(word));
            case CYRILLIC -> List.of("r" + russian.stem(word));
            case ARABIC -> List.of("a" + arabic.stem(word));
            default -> List.of(word);
        };
    }

    private static boolean hasUmlaut(String word) {
        return word.indexOf('ä') >= 0 || word.indexOf('ö') >= 0 || word.indexOf('ü') >= 0;
    }
}
