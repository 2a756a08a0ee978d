package io.guildhall.guild.threadlist;

import com.google.protobuf.ByteString;
import io.guildhall.guild.state.GuildMember;
import io.guildhall.guild.state.GuildThread;
import io.guildhall.guild.state.GuildView;
import io.guildhall.guild.state.JsonParts;
import io.guildhall.guild.state.ThreadEvents;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import io.guildhall.model.rpc.Event;
import java.util.ArrayList;
import java.util.List;

/**
 * THREAD_MEMBER_LIST_UPDATE: who is in a thread, by id, each with what it is in the guild and with its presence, also who is offline. Clients
 * replace by it what they knew of the thread. Discord documents none of it: community documentation names the fields, and clients read
 * them. Who finds no room in {@link #BUDGET} bytes is left out.
 */
record ThreadMemberList(GuildView guild, GuildThread thread) {
    /** Several times of what the most members of a thread take. */
    static final int BUDGET = 2 << 20;

    private static final String NAME = "THREAD_MEMBER_LIST_UPDATE";

    /** Without saying for whom. */
    Event.Builder event() {
        ByteString whose = Json.bytes(Json.object()
                .put("guild_id", Snowflake.format(guild.id()))
                .put("thread_id", Snowflake.format(thread.id())));
        return Event.newBuilder()
                .setName(NAME)
                .setPayload(JsonParts.with(whose, "members", JsonParts.array(members())));
    }

    /** For those who look at it, and still see the thread. Never replayed: who may have missed it is told anew. */
    Event told() {
        return new ThreadEvents(guild)
                .about(thread, event())
                .addTopics(thread.id())
                .setPassing(true)
                .build();
    }

    private List<ByteString> members() {
        List<ByteString> members = new ArrayList<>(thread.members().size());
        int left = BUDGET;
        for (long user : thread.members().users()) {
            GuildMember member = guild.findMember(user).filter(thread::joinedBy).orElse(null);
            ByteString json = member == null ? ByteString.EMPTY : member(member);
            if (!json.isEmpty() && json.size() < left) {
                members.add(json);
                left -= json.size() + 1;
            }
        }
        return members;
    }

    private ByteString member(GuildMember member) {
        return JsonParts.with(
                Json.bytes(thread.memberPayload(member.id()).with(member.payload())),
                "presence",
                Json.bytes(guild.presences().of(member.id()).payload(Snowflake.format(guild.id()))));
    }
}
