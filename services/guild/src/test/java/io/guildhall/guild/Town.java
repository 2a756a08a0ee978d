package io.guildhall.guild;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.protobuf.ByteString;
import io.guildhall.guild.kernel.actor.Keys;
import io.guildhall.guild.kernel.actor.Stage;
import io.guildhall.guild.kernel.actor.StoredRows;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.id.SnowflakeGenerator;
import io.guildhall.model.payload.Json;
import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.Caller;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.Outcome;
import io.guildhall.model.rpc.RestCall;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.Applications;
import io.guildhall.model.table.catalogue.Channels;
import io.guildhall.model.table.catalogue.MessageBucket;
import io.guildhall.model.table.catalogue.MessageBuckets;
import io.guildhall.model.table.catalogue.Messages;
import io.guildhall.model.table.catalogue.Usernames;
import io.guildhall.model.table.catalogue.Users;
import io.guildhall.testing.ManualClock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** People, bots and guilds on a stage, and REST calls by them: what a test of operations begins with. */
public final class Town implements AutoCloseable {
    private final ManualClock clock = new ManualClock();
    private final SnowflakeGenerator ids = new SnowflakeGenerator(1, clock);
    private final StoredRows rows = new StoredRows();
    private final Stage stage = new Stage(rows, clock, TestBehaviours.all(ids, clock));

    public ManualClock clock() {
        return clock;
    }

    public StoredRows rows() {
        return rows;
    }

    public Stage stage() {
        return stage;
    }

    public long nextId() {
        return ids.next();
    }

    /** A person with this username. */
    public long person(String username) {
        long id = ids.next();
        rows.writeNow(List.of(
                Write.to(Users.TABLE, id).set(Users.USERNAME, username).build(),
                Write.to(Usernames.TABLE, username.toLowerCase(Locale.ROOT))
                        .set(Usernames.USER_ID, id)
                        .build()));
        return id;
    }

    /** An application with a bot. */
    public long bot(String name, long owner) {
        long id = ids.next();
        rows.writeNow(List.of(
                Write.to(Users.TABLE, id)
                        .set(Users.USERNAME, name)
                        .set(Users.BOT, true)
                        .build(),
                Write.to(Applications.TABLE, id)
                        .set(Applications.NAME, name)
                        .set(Applications.OWNER_ID, owner)
                        .set(Applications.BOT_PUBLIC, true)
                        .build()));
        return id;
    }

    /** A guild of this person, with its first channels. */
    public long guild(long owner) {
        long id = ids.next();
        rest(Keys.guild(id), "createGuild", owner, Map.of("guild_id", text(id)), "", "{\"name\":\"Guild\"}");
        stage.takeSent();
        return id;
    }

    /** The first text channel of a guild. */
    public long channel(long guild) {
        return rows.all(Channels.TABLE, guild).stream()
                .filter(row -> row.get(Channels.TYPE) == 0)
                .findFirst()
                .orElseThrow()
                .get(Channels.CHANNEL_ID);
    }

    /** The owner adds a bot with these permissions. */
    public void addBot(long guild, long owner, long bot, long permissions) {
        json(rest(
                Keys.guild(guild),
                "authorizeBot",
                owner,
                Map.of("guild_id", text(guild)),
                "{\"client_id\":\"" + text(bot) + "\",\"permissions\":\"" + permissions + "\"}",
                "{\"guild_id\":\"" + text(guild) + "\",\"authorize\":true}"));
    }

    /** Makes somebody a member by an invite. */
    public void join(long guild, long owner, long user) {
        String code = json(rest(
                        Keys.guild(guild), "createInvite", owner, Map.of("channel_id", text(channel(guild))), "", "{}"))
                .path("code")
                .asText();
        json(rest(Keys.guild(guild), "acceptInvite", user, Map.of("code", code), "", ""));
    }

    /** Events with this name since the last time that anything was taken. */
    public List<JsonNode> events(String name) {
        return stage.takeSent().stream()
                .filter(sent -> sent.event().getName().equals(name))
                .map(sent -> Json.parse(sent.event().getPayload()))
                .toList();
    }

    /** Messages of one author, as they are stored; the oldest first. */
    public List<Long> messages(long guild, long channel, long author, int count) {
        List<Long> written = new ArrayList<>();
        for (int index = 0; index < count; index++) {
            long id = ids.next();
            rows.writeNow(List.of(
                    Write.to(Messages.TABLE, channel, MessageBucket.of(id), id)
                            .set(Messages.AUTHOR_ID, author)
                            .build(),
                    Write.to(MessageBuckets.TABLE, channel, MessageBucket.of(id))
                            .build(),
                    Write.to(Channels.TABLE, guild, channel)
                            .set(Channels.LAST_MESSAGE_ID, id)
                            .build()));
            written.add(id);
        }
        return written;
    }

    /** Waits, as long as it takes, until only this message is left. */
    public void awaitOnlyMessage(long channel, long message) throws InterruptedException {
        while (!messageIds(channel).equals(List.of(message))) {
            Thread.sleep(5);
        }
    }

    private List<Long> messageIds(long channel) {
        return rows.all(Messages.TABLE, channel, MessageBucket.of(ids.next())).stream()
                .map(row -> row.get(Messages.MESSAGE_ID))
                .toList();
    }

    public Outcome rest(
            ActorKey actor, String operation, long caller, Map<String, String> path, String query, String body) {
        return rest(actor, operation, Caller.newBuilder().setUserId(caller).build(), path, query, body);
    }

    public Outcome rest(
            ActorKey actor, String operation, Caller caller, Map<String, String> path, String query, String body) {
        RestCall.Builder call = RestCall.newBuilder()
                .setOperation(operation)
                .setCaller(caller)
                .putAllPath(path)
                .setQuery(ByteString.copyFromUtf8(query))
                .setBody(ByteString.copyFromUtf8(body))
                .setReason("because");
        return stage.run(Command.newBuilder().setActor(actor).setRest(call).build());
    }

    /** The body of a success; fails when the call was refused. */
    public static JsonNode json(Outcome outcome) {
        if (!outcome.hasSuccess()) {
            throw new AssertionError("refused: " + outcome.getFailure());
        }
        return Json.parse(outcome.getSuccess().getBody());
    }

    /** The code of a refusal; fails when the call succeeded. */
    public static int code(Outcome outcome) {
        if (!outcome.hasFailure()) {
            throw new AssertionError("not refused: " + outcome);
        }
        return outcome.getFailure().getCode();
    }

    public static String text(long id) {
        return Snowflake.format(id);
    }

    @Override
    public void close() {
        rows.close();
    }
}
