package io.guildhall.guild.sticker;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;

/** What a request says of a sticker that is there. */
public record StickerChange(Given<String> name, Given<String> tags, Given<String> description) {
    public static StickerChange of(JsonNode body) {
        Fields fields = new Fields(body);
        return new StickerChange(fields.text("name"), fields.text("tags"), fields.text("description"));
    }
}
