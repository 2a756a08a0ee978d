package io.guildhall.guild.role;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;

/** What a request says about a role. */
public record RoleBody(
        Given<String> name,
        Given<Long> permissions,
        Given<Long> color,
        Given<RoleColors> colors,
        Given<Boolean> hoist,
        Given<Boolean> mentionable,
        Given<String> icon,
        Given<String> unicodeEmoji) {
    public static RoleBody of(JsonNode body) {
        Fields fields = new Fields(body);
        return new RoleBody(
                fields.text("name"),
                fields.permissions("permissions"),
                fields.number("color"),
                fields.object("colors", RoleColors::of),
                fields.flag("hoist"),
                fields.flag("mentionable"),
                fields.text("icon"),
                fields.text("unicode_emoji"));
    }
}
