package io.guildhall.guild.member;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;
import java.util.List;

/** What somebody gets who joins through an application. The access token is absent here: api has looked at it, and kept it. */
public record NewMember(
        Given<String> accessToken,
        Given<String> nick,
        Given<List<Long>> roles,
        Given<Boolean> mute,
        Given<Boolean> deaf,
        Given<Long> flags) {
    public static NewMember of(JsonNode body) {
        Fields fields = new Fields(body);
        return new NewMember(
                fields.text("access_token"),
                fields.text("nick"),
                fields.snowflakes("roles"),
                fields.flag("mute"),
                fields.flag("deaf"),
                fields.number("flags"));
    }
}
