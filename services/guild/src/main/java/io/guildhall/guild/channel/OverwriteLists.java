package io.guildhall.guild.channel;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.call.Call;
import io.guildhall.guild.state.GuildState;
import io.guildhall.model.payload.PermissionOverwrite;
import io.guildhall.model.permission.Permission;
import java.util.ArrayList;
import java.util.List;

/** Permission overwrites as requests bring them. Nobody allows or denies what they may not do themselves. */
final class OverwriteLists {
    private OverwriteLists() {}

    /** Reads the body's whole list; what does not differ from the earlier list needs no permission. */
    static List<PermissionOverwrite> read(GuildState guild, Call call, List<PermissionOverwrite> before) {
        List<PermissionOverwrite> overwrites = new ArrayList<>();
        for (JsonNode asked : call.body().path("permission_overwrites")) {
            overwrites.add(of(asked.path("id").asText(), asked.path("type").asInt(), asked));
        }
        long touched = 0;
        for (PermissionOverwrite overwrite : overwrites) {
            if (!before.contains(overwrite)) {
                touched |= bits(overwrite);
            }
        }
        requireHeld(guild, call, touched);
        return overwrites;
    }

    static PermissionOverwrite of(String id, int type, JsonNode body) {
        return new PermissionOverwrite(
                id,
                type,
                Permission.format(Permission.parse(body.path("allow").asText("0"))),
                Permission.format(Permission.parse(body.path("deny").asText("0"))));
    }

    static long bits(PermissionOverwrite overwrite) {
        return Permission.parse(overwrite.allow()) | Permission.parse(overwrite.deny());
    }

    static void requireHeld(GuildState guild, Call call, long bits) {
        guild.permissions().requireHeld(guild.member(call.callerId()), bits);
    }
}
