package io.guildhall.guild.message;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpokenTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "`<@1>`",
                "``<@1>``",
                "`` ` <@1> ``",
                "``a` <@1> `b``",
                "```<@1>```",
                "```\n<@1>\n```",
                "```js\n<@1>\n```",
                "```a ` <@1> ` b```",
                "text ```x``` and ```<@1>``` text",
                "`` <@1>`",
                "``` <@1> ``",
                "\\<@1>",
                "https://example.org/<x> `<@1>`",
            })
    void codeAndWhatIsEscapedMentionsNobody(String text) {
        assertThat(SpokenText.of(text)).doesNotContain("<@1>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<@1>",
                "`<@1>",
                "`<@1>``",
                "```<@1>",
                "\\`<@1>`",
                "\\\\<@1>",
                "`a` <@1> `b`",
                "```a``` <@1> ```b```",
                "||<@1>||",
                "> <@1>",
                "**<@1>**",
                "[<@1>](https://example.org)",
                "https://example.org <@1>",
                "https://example.org/<@1>",
                "``````<@1>",
            })
    void everythingElseDoes(String text) {
        assertThat(SpokenText.of(text)).contains("<@1>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"`@everyone`", "```\n@everyone```", "\\@everyone", "https://example.org/@everyone"})
    void everyoneIsNoExceptionEither(String text) {
        assertThat(SpokenText.of(text)).doesNotContain("@everyone");
    }

    @Property
    void anyTextIsReadWithoutHarm(
            @ForAll
                    @StringLength(max = 60)
                    @Chars({'`', '\\', '<', '@', '>', '\n', 'h', 't', 'p', ':', '/'})
                    @CharRange(from = 'a', to = 'c')
                    String text) {
        assertThat(SpokenText.of(text).length()).isLessThanOrEqualTo(text.length());
    }
}
