package io.guildhall.guild.automod.match;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NeedleTest {
    private static final String[] PARTS = {
        "a", "b", "B", "ab", "ſ", "k", "(", ")", "[", "]", "^", "{2}", "{0}", "{", "}", "?", "*", "+", ".", "\\d",
        "\\.", "\\b", "$", "(?i)", "(?:", "|", "-", "\\\\", "[^a]", "[]a]", "\\Q", "\\E", "\\x61", "\\pL"
    };

    @ParameterizedTest
    @CsvSource({
        "'free\\s+nitro', nitro",
        "'discord\\.gg/\\w+', discord.gg/",
        "'abcd?e', abc",
        "'(abc)?defg', defg",
        "'a|bcdef', ''",
        "'abcd(e|fghij)', abcd",
        "'abcd{|efgh}', ''",
        "'abcd{3}efg', abc",
        "'[abc]defg', defg",
        "'[]abc]defg', ''",
        "'\\x{61}bcd', ''",
        "'ab', ''"
    })
    void itIsTheLongestTextThatMustStandThere(String pattern, String needle) {
        assertThat(Needle.of(pattern)).isEqualTo(needle);
    }

    @Property(tries = 3000)
    void whateverMatchesHasIt(@ForAll long seed) {
        Random random = new Random(seed);
        StringBuilder written = new StringBuilder();
        for (int part = 0; part < 8; part++) {
            written.append(PARTS[random.nextInt(PARTS.length)]);
        }
        StringBuilder text = new StringBuilder();
        for (int part = 0; part < 30; part++) {
            text.append("abABkKKs.]-\\1^Q".charAt(random.nextInt(15)));
        }
        try {
            Matcher matcher = Pattern.compile(written.toString()).matcher(text);
            if (matcher.find()) {
                assertThat(Folding.of(matcher.group())).as("%s", written).contains(Needle.of(written.toString()));
            }
        } catch (PatternSyntaxException malformed) {
            // Not an expression: nothing matches it.
        }
    }
}
