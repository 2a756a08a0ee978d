package io.guildhall.guild.applicationemoji;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;

/** What a request says of an application's emoji that is there. */
public record ApplicationEmojiChange(Given<String> name) {
    public static ApplicationEmojiChange of(JsonNode body) {
        return new ApplicationEmojiChange(new Fields(body).text("name"));
    }
}
