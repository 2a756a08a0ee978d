package io.guildhall.guild.bench;

import io.guildhall.guild.fakes.Calls;
import io.guildhall.guild.kernel.actor.Keys;
import io.guildhall.model.gateway.Intent;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import io.guildhall.model.payload.User;
import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.AttachSessions;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.DetachSessions;
import io.guildhall.model.rpc.Mutation;
import io.guildhall.model.rpc.Session;
import io.guildhall.model.rpc.SessionRef;
import io.guildhall.model.rpc.WriteRequest;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.Channels;
import io.guildhall.model.table.catalogue.MemberSlice;
import io.guildhall.model.table.catalogue.Members;
import io.guildhall.model.table.catalogue.Users;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/** A guild with many made-up members, most of whom have a role, and the commands for it. */
final class BigGuild {
    static final long OWNER = member(0);
    private static final long FIRST_MEMBER = 1_100_000_000_000_000_000L;
    private static final int WRITTEN_AT_ONCE = 2_000;
    private static final int GATEWAYS = 8;

    private final BenchNode node;
    private final long id;
    private final int members;
    /** Four in five members bear it. */
    private long role;

    BigGuild(BenchNode node, long id, int members) {
        this.node = node;
        this.id = id;
        this.members = members;
    }

    /** The user who is the guild's so many-th member. Ids are as far from each other as those of people who come by the minute. */
    static long member(int index) {
        return FIRST_MEMBER + index * (60_000L << 22);
    }

    ActorKey key() {
        return Keys.guild(id);
    }

    /** Makes the guild and its role, and then writes its members straight into the store; nothing of it stays in memory. */
    BigGuild create() {
        node.storage()
                .store()
                .write(WriteRequest.newBuilder()
                        .addMutations(Write.to(Users.TABLE, OWNER)
                                .set(Users.USERNAME, "owner")
                                .build())
                        .build())
                .join();
        node.run(rest(Calls.of("createGuild", OWNER).path("guild_id", id).body("{\"name\":\"Big\"}")));
        role = Snowflake.parse(Json.parse(node.run(rest(Calls.of("createRole", OWNER)
                                .path("guild_id", id)
                                .body("{\"name\":\"Many\"}")))
                        .getBody())
                .path("id")
                .asText());
        List<Mutation> rows = new ArrayList<>();
        for (int index = 1; index < members; index++) {
            rows.add(row(index));
            if (rows.size() == WRITTEN_AT_ONCE || index == members - 1) {
                node.storage()
                        .store()
                        .write(WriteRequest.newBuilder().addAllMutations(rows).build())
                        .join();
                rows.clear();
            }
        }
        node.replace();
        return this;
    }

    long role() {
        return role;
    }

    /** The guild's first text channel. */
    long channel() {
        return node.storage().store().read(Read.from(Channels.TABLE, id).build()).join().getRowsList().stream()
                .map(row -> new RowView(Channels.TABLE, row))
                .filter(row -> row.get(Channels.TYPE) == 0)
                .findFirst()
                .orElseThrow()
                .get(Channels.CHANNEL_ID);
    }

    /** How many of its members' rows the store still has, at most one of each slice. */
    long rowsLeft() {
        return LongStream.range(0, MemberSlice.COUNT)
                .map(slice -> node.storage()
                        .store()
                        .read(Read.from(Members.TABLE, id, slice).limit(1).build())
                        .join()
                        .getRowsCount())
                .sum();
    }

    Command rest(Calls calls) {
        return Command.newBuilder().setActor(key()).setRest(calls.rest()).build();
    }

    /** A person logs in. */
    Command attach(int index) {
        return attach(index, false);
    }

    Command attach(int index, boolean bot) {
        Session session = Session.newBuilder()
                .setRef(ref(index))
                .setUserId(member(index))
                .setIntents(Intent.ALL)
                .setBot(bot)
                .build();
        return Command.newBuilder()
                .setActor(key())
                .setAttach(AttachSessions.newBuilder().addSessions(session).setTickets(true))
                .build();
    }

    Command detach(int index) {
        return Command.newBuilder()
                .setActor(key())
                .setDetach(DetachSessions.newBuilder().addSessions(ref(index)))
                .build();
    }

    Command message(long channel, String content) {
        return rest(
                Calls.of("createMessage", OWNER).path("channel_id", channel).body("{\"content\":\"" + content + "\"}"));
    }

    Command edit(long channel, String message, String content) {
        return rest(Calls.of("updateMessage", OWNER)
                .path("channel_id", channel)
                .path("message_id", message)
                .body("{\"content\":\"" + content + "\"}"));
    }

    static SessionRef ref(int index) {
        return SessionRef.newBuilder()
                .setGateway("gateway-" + index % GATEWAYS)
                .setNumber(index)
                .build();
    }

    private Mutation row(int index) {
        long user = member(index);
        String name = "member" + index * 7_919L % 1_000_003;
        User profile = new User(
                Snowflake.format(user),
                name,
                index % 3 == 0 ? null : "%032x".formatted(user * 31),
                "0",
                index % 7 == 0 ? 64 : 0,
                index % 7 == 0 ? 64 : 0,
                null,
                null,
                null,
                null,
                index % 2 == 0 ? "Member Number " + index : null);
        return Write.to(Members.TABLE, id, MemberSlice.of(user), user)
                .set(Members.NICK, index % 10 == 0 ? "nick " + index : null)
                .set(Members.ROLES, index % 5 == 0 ? List.of() : List.of(role))
                .set(Members.JOINED_AT, Snowflake.timestamp(user))
                .set(Members.BOT, false)
                .set(Members.USERNAME, name)
                .set(Members.GLOBAL_NAME, profile.globalName())
                .set(Members.PROFILE, Json.bytes(profile))
                .build();
    }
}
