package io.guildhall.guild.emoji;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;
import java.util.List;

/** What a request says of an emoji that is there. */
public record EmojiChange(Given<String> name, Given<List<Long>> roles) {
    public static EmojiChange of(JsonNode body) {
        Fields fields = new Fields(body);
        return new EmojiChange(fields.text("name"), fields.snowflakes("roles"));
    }
}
