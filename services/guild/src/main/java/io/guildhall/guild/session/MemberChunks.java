package io.guildhall.guild.session;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.ByteString;
import io.guildhall.guild.state.GuildMember;
import io.guildhall.guild.state.GuildView;
import io.guildhall.guild.state.JsonParts;
import io.guildhall.model.event.Events;
import io.guildhall.model.gateway.DispatchEvent;
import io.guildhall.model.gateway.Intent;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import io.guildhall.model.rpc.Event;
import io.guildhall.model.rpc.RequestMembers;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** GUILD_MEMBERS_CHUNK events with these members, a thousand in each, made one by one; without members one that says so. */
final class MemberChunks implements Iterator<Event> {
    static final int CHUNK = 1000;
    private static final int MAX_NONCE_BYTES = 32;

    private final GuildView guild;
    private final RequestMembers request;
    private final Iterator<GuildMember> members;
    private final int count;
    private int next;

    /** @param total how many members there are */
    MemberChunks(GuildView guild, RequestMembers request, Iterator<GuildMember> members, int total) {
        this.guild = guild;
        this.request = request;
        this.members = members;
        this.count = Math.max(1, Math.ceilDiv(total, CHUNK));
    }

    @Override
    public boolean hasNext() {
        return next < count;
    }

    @Override
    public Event next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        List<GuildMember> chunk = new ArrayList<>();
        while (chunk.size() < CHUNK && members.hasNext()) {
            chunk.add(members.next());
        }
        ObjectNode payload = payload(chunk);
        payload.put("chunk_index", next).put("chunk_count", count);
        next++;
        ByteString told = JsonParts.array(
                chunk.stream().map(member -> Json.bytes(member.payload())).toList());
        ByteString json = JsonParts.with(Json.bytes(payload), "members", told);
        return Events.forUser(DispatchEvent.GUILD_MEMBERS_CHUNK, json).build();
    }

    private ObjectNode payload(List<GuildMember> chunk) {
        ObjectNode payload = Json.object().put("guild_id", Snowflake.format(guild.id()));
        List<String> unknown = request.getUserIdsList().stream()
                .filter(user -> !guild.members().has(user))
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
                            .of(chunk.stream().map(GuildMember::id).toList())
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
