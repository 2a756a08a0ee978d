package io.guildhall.guild.user;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;

/** What users change about themselves. */
public record ProfileBody(
        Given<String> username,
        Given<String> globalName,
        Given<String> avatar,
        Given<String> banner,
        Given<Long> accentColor,
        Given<String> bio) {
    public static ProfileBody of(JsonNode body) {
        Fields fields = new Fields(body);
        return new ProfileBody(
                fields.text("username"),
                fields.text("global_name"),
                fields.text("avatar"),
                fields.text("banner"),
                fields.number("accent_color"),
                fields.text("bio"));
    }
}
