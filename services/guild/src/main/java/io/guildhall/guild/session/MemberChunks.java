package io.guildhall.guild.session;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.Lists;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.member.MemberSearch;
import io.guildhall.guild.state.GuildMember;
import io.guildhall.guild.state.GuildState;
import io.guildhall.model.event.Events;
import io.guildhall.model.gateway.DispatchEvent;
import io.guildhall.model.gateway.Intent;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import io.guildhall.model.rpc.RequestMembers;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Op 8. An empty query with limit 0 asks for everybody and needs GUILD_MEMBERS; presences need GUILD_PRESENCES; otherwise at
 * most 100 members are told, by the beginning of their name or by id. What is not allowed is answered by nobody.
 */
@Singleton
public final class MemberChunks {
    private static final int CHUNK = 1000;
    private static final int MAX_BY_QUERY = 100;
    private static final int MAX_NONCE_BYTES = 32;

    Reply answer(GuildState guild, RequestMembers request, Changes changes) {
        boolean byIds = request.getUserIdsCount() > 0;
        boolean all = !byIds && request.getQuery().isEmpty() && request.getLimit() == 0;
        List<GuildMember> members;
        if (byIds) {
            members = request.getUserIdsList().stream()
                    .distinct()
                    .limit(MAX_BY_QUERY)
                    .map(guild::findMember)
                    .flatMap(Optional::stream)
                    .toList();
        } else if (!all) {
            int limit = request.getLimit() == 0 ? MAX_BY_QUERY : Math.min(request.getLimit(), MAX_BY_QUERY);
            members = MemberSearch.byPrefix(guild, request.getQuery(), limit);
        } else if (Intent.GUILD_MEMBERS.in(request.getIntents())) {
            members = guild.members().stream()
                    .sorted(Comparator.comparingLong(GuildMember::id))
                    .toList();
        } else {
            members = guild.findMember(request.getUserId()).stream().toList();
        }
        send(guild, request, members, changes);
        return Reply.noContent();
    }

    private static void send(GuildState guild, RequestMembers request, List<GuildMember> members, Changes changes) {
        List<List<GuildMember>> chunks = members.isEmpty() ? List.of(List.of()) : Lists.partition(members, CHUNK);
        for (int index = 0; index < chunks.size(); index++) {
            ObjectNode payload = chunk(guild, request, chunks.get(index));
            payload.put("chunk_index", index).put("chunk_count", chunks.size());
            changes.event(Events.forUser(DispatchEvent.GUILD_MEMBERS_CHUNK, payload)
                    .addOnlySessions(request.getSession())
                    .build());
        }
    }

    private static ObjectNode chunk(GuildState guild, RequestMembers request, List<GuildMember> members) {
        ObjectNode payload = Json.object().put("guild_id", Snowflake.format(guild.id()));
        payload.set(
                "members", Json.tree(members.stream().map(GuildMember::payload).toList()));
        List<String> unknown = request.getUserIdsList().stream()
                .filter(user -> guild.findMember(user).isEmpty())
                .map(Snowflake::format)
                .toList();
        if (!unknown.isEmpty()) {
            payload.set("not_found", Json.tree(unknown));
        }
        if (request.getPresences() && Intent.GUILD_PRESENCES.in(request.getIntents())) {
            payload.set(
                    "presences",
                    Json.tree(guild
                            .presences()
                            .of(members.stream().map(GuildMember::id).toList())
                            .stream()
                            .map(presence -> presence.payload(null))
                            .toList()));
        }
        if (!request.getNonce().isEmpty() && request.getNonce().length() <= MAX_NONCE_BYTES) {
            payload.put("nonce", request.getNonce());
        }
        return payload;
    }
}
