package io.guildhall.guild.role;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.GuildOperation;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.state.GuildEdits;
import io.guildhall.guild.state.GuildMember;
import io.guildhall.guild.state.GuildPayloads;
import io.guildhall.guild.state.GuildRole;
import io.guildhall.guild.state.GuildState;
import io.guildhall.guild.state.Rows;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.table.catalogue.Roles;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/** Reorders roles. Those that move must stand below the caller, before and after. */
@Singleton
public final class UpdateRolePositions implements GuildOperation {
    @Override
    public String operation() {
        return "updateRolePositions";
    }

    @Override
    public Reply handle(GuildState guild, Call call, Changes changes) {
        GuildMember caller = guild.member(call.callerId());
        List<GuildRole> moved = new ArrayList<>();
        for (JsonNode asked : call.body()) {
            GuildRole role = guild.role(Snowflake.parse(asked.get("id").asText()));
            long position = asked.path("position").asLong(role.position());
            if (position != role.position()) {
                GuildRole next = GuildRole.of(Rows.with(role.row(), Roles.POSITION, position));
                requireMovable(guild, caller, role, next);
                moved.add(next);
            }
        }
        GuildEdits edits = new GuildEdits(guild, changes);
        moved.forEach(edits::saveRole);
        return Reply.json(GuildPayloads.roles(guild));
    }

    private static void requireMovable(GuildState guild, GuildMember caller, GuildRole before, GuildRole after) {
        if (before.id() == guild.id()) {
            throw ApiException.of(ErrorCode.INVALID_ROLE);
        }
        guild.permissions().requireOutranks(caller, before);
        guild.permissions().requireOutranks(caller, after);
    }
}
