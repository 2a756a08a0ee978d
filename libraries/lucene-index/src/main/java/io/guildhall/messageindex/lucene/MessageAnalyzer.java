package io.guildhall.messageindex.lucene;

import java.io.Reader;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.charfilter.MappingCharFilter;
import org.apache.lucene.analysis.charfilter.NormalizeCharMap;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.icu.ICUNormalizer2Filter;
import org.apache.lucene.analysis.icu.segmentation.DefaultICUTokenizerConfig;
import org.apache.lucene.analysis.icu.segmentation.ICUTokenizer;
import org.apache.lucene.analysis.miscellaneous.LimitTokenPositionFilter;

/**
 * Takes messages and questions apart into words, whatever languages they are in. Words end where Unicode says; Thai, Lao, Khmer
 * and Burmese by dictionary; Chinese, Japanese and Korean by pairs of letters, because dictionaries cut a text and a
 * question differently. Emoji are words. What joins names in code and addresses ({@code foo.bar_baz}, {@code a/b}) ends words,
 * so that each part is found and the whole is a phrase.
 */
public final class MessageAnalyzer extends Analyzer {
    /** Between two texts of one message: no phrase reaches so far. */
    private static final int GAP = 1000;

    /** Only so many words of a question count: phrases of hundreds of words, some of them the same, take seconds for each message. */
    private static final int MOST_ASKED = 50;

    private static final int FIRST_SKIN_TONE = 0x1F3FB;
    private static final int LAST_SKIN_TONE = 0x1F3FF;
    private static final NormalizeCharMap JOINTS = joints();

    private final Reading reading;

    public MessageAnalyzer(Reading reading) {
        this.reading = reading;
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
        Tokenizer words = new ICUTokenizer(new DefaultICUTokenizerConfig(false, true));
        TokenStream folded = new ICUNormalizer2Filter(words);
        // A letter alone can be asked for; in a question pairs say more.
        TokenStream pairs = new CJKBigramFilter(
                folded,
                CJKBigramFilter.HAN | CJKBigramFilter.HIRAGANA | CJKBigramFilter.KATAKANA | CJKBigramFilter.HANGUL,
                reading == Reading.INDEXED);
        TokenStream forms = new WordForms(pairs, reading);
        return new TokenStreamComponents(
                words, reading == Reading.INDEXED ? forms : new LimitTokenPositionFilter(forms, MOST_ASKED));
    }

    @Override
    protected Reader initReader(String field, Reader reader) {
        return new MappingCharFilter(JOINTS, reader);
    }

    @Override
    public int getPositionIncrementGap(String field) {
        return GAP;
    }

    private static NormalizeCharMap joints() {
        NormalizeCharMap.Builder map = new NormalizeCharMap.Builder();
        "._/:-@\\=&?%".chars().forEach(joint -> map.add(Character.toString(joint), " "));
        map.add("’", "'");
        map.add("C++", "Cplusplus");
        map.add("c++", "cplusplus");
        map.add("C#", "Csharp");
        map.add("c#", "csharp");
        for (int tone = FIRST_SKIN_TONE; tone <= LAST_SKIN_TONE; tone++) {
            map.add(Character.toString(tone), "");
        }
        return map.build();
    }
}
