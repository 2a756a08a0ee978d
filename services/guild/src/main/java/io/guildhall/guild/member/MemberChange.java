package io.guildhall.guild.member;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;
import java.util.List;

/** What a request changes about a member. */
public record MemberChange(
        Given<String> nick,
        Given<List<Long>> roles,
        Given<Boolean> mute,
        Given<Boolean> deaf,
        Given<Long> channelId,
        Given<Long> communicationDisabledUntil,
        Given<Long> flags) {
    public static MemberChange of(JsonNode body) {
        Fields fields = new Fields(body);
        return new MemberChange(
                fields.text("nick"),
                fields.snowflakes("roles"),
                fields.flag("mute"),
                fields.flag("deaf"),
                fields.snowflake("channel_id"),
                fields.timestamp("communication_disabled_until"),
                fields.number("flags"));
    }
}
