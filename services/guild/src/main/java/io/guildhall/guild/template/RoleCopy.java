package io.guildhall.guild.template;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.model.payload.Json;
import io.guildhall.model.payload.Role;

/** A role as a template has it. Its picture stays with its guild. */
final class RoleCopy {
    private RoleCopy() {}

    static ObjectNode json(Role role, int number) {
        ObjectNode json = Json.object()
                .put("id", number)
                .put("name", role.name())
                .put("permissions", role.permissions())
                .put("color", role.color());
        json.set("colors", Json.tree(role.colors()));
        return json.put("hoist", role.hoist())
                .put("mentionable", role.mentionable())
                .putNull("icon")
                .put("unicode_emoji", role.unicodeEmoji());
    }
}
