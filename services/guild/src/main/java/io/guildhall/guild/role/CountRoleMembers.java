package io.guildhall.guild.role;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.GuildOperation;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.state.GuildMember;
import io.guildhall.guild.state.GuildSnapshot;
import io.guildhall.guild.state.GuildState;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.RoleOperations;
import io.guildhall.model.payload.Json;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.TreeMap;

/** How many members bear each role, without @everyone. */
@Singleton
public final class CountRoleMembers implements GuildOperation {
    @Override
    public Operation operation() {
        return RoleOperations.COUNT_ROLE_MEMBERS;
    }

    @Override
    public Reply handle(GuildState guild, Call call, Changes changes) {
        GuildSnapshot snapshot = guild.snapshot();
        return Reply.later(() -> Reply.json(counts(snapshot)));
    }

    private static ObjectNode counts(GuildSnapshot guild) {
        Map<Long, Integer> counts = new TreeMap<>();
        guild.roles().stream().filter(role -> role.id() != guild.id()).forEach(role -> counts.put(role.id(), 0));
        for (GuildMember member : guild.members()) {
            for (long role : member.roles()) {
                counts.computeIfPresent(role, (id, count) -> count + 1);
            }
        }
        ObjectNode body = Json.object();
        counts.forEach((role, count) -> body.put(Snowflake.format(role), count));
        return body;
    }
}
