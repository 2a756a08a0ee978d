package io.guildhall.tests.simulation.town;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.kernel.actor.Keys;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.Usernames;
import io.guildhall.model.table.catalogue.Users;
import io.guildhall.tests.simulation.world.Site;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** People with a guild that has an open and a closed channel, and with private channels to each other. */
final class Town {
    private static final long ADMINISTRATOR = 1L << 3;
    private static final long VIEW_CHANNEL = 1L << 10;

    private final List<Long> people = new ArrayList<>();
    private final List<Long> privateChannels = new ArrayList<>();
    private final long guild = id(1);
    private long open;
    private long closed;
    private long role;

    /** @param size how many people, the first of whom owns the guild */
    Town(Site site, int size) {
        for (int index = 0; index < size; index++) {
            long user = id(100 + index);
            people.add(user);
            site.cluster()
                    .put(List.of(
                            Write.to(Users.TABLE, user)
                                    .set(Users.USERNAME, "person" + index)
                                    .build(),
                            Write.to(Usernames.TABLE, "person" + index)
                                    .set(Usernames.USER_ID, user)
                                    .build()));
        }
    }

    /** Makes everything; blocks. */
    void found(Caller caller) {
        long owner = people.getFirst();
        caller.call(guildActor(), "createGuild", owner, Map.of("guild_id", guild), "{\"name\":\"Town\"}");
        open = snowflake(channel(caller, owner, "open"));
        closed = snowflake(channel(caller, owner, "closed"));
        role = snowflake(
                caller.call(guildActor(), "createRole", owner, Map.of("guild_id", guild), "{\"name\":\"initiated\"}"));
        overwrite(caller, guild, 0, VIEW_CHANNEL);
        overwrite(caller, role, VIEW_CHANNEL, 0);
        for (long person : people.subList(1, people.size())) {
            String code = caller.call(guildActor(), "createInvite", owner, Map.of("channel_id", open), "{}")
                    .path("code")
                    .asText();
            caller.accept(guildActor(), person, code);
        }
        initiate(caller, people.get(1));
        for (int index = 1; index < people.size(); index++) {
            JsonNode channel = caller.call(
                    Keys.user(owner),
                    "createPrivateChannel",
                    owner,
                    Map.of(),
                    "{\"recipient_id\":\"" + Snowflake.format(people.get(index)) + "\"}");
            privateChannels.add(snowflake(channel));
        }
    }

    long guild() {
        return guild;
    }

    ActorKey guildActor() {
        return Keys.guild(guild);
    }

    List<Long> people() {
        return people;
    }

    /** Between the owner and each other person, in their order. */
    List<Long> privateChannels() {
        return privateChannels;
    }

    long open() {
        return open;
    }

    /** At first seen by those with the role, and by the owner. */
    long closed() {
        return closed;
    }

    /** Somebody changes who sees what; what becomes of it nobody waits for. */
    void change(Caller caller, SplittableRandom random) {
        long person = people.get(1 + random.nextInt(people.size() - 1));
        String rights = "{\"type\":%d,\"allow\":\"%d\",\"deny\":\"%d\"}";
        long allow = random.nextBoolean() ? VIEW_CHANNEL : 0;
        Map<String, Long> membership = Map.of("guild_id", guild, "user_id", person, "role_id", role);
        switch (random.nextInt(8)) {
            case 0 -> change(caller, "addMemberRole", membership, "");
            case 1 -> change(caller, "deleteMemberRole", membership, "");
            case 2 ->
                change(
                        caller,
                        "setOverwrite",
                        Map.of("channel_id", closed, "overwrite_id", person),
                        rights.formatted(1, allow, VIEW_CHANNEL ^ allow));
            case 3 -> change(caller, "deleteOverwrite", Map.of("channel_id", closed, "overwrite_id", person), "");
            case 4 ->
                change(
                        caller,
                        "setOverwrite",
                        Map.of("channel_id", closed, "overwrite_id", role),
                        rights.formatted(0, allow, VIEW_CHANNEL ^ allow));
            case 5 ->
                change(
                        caller,
                        "updateRole",
                        Map.of("guild_id", guild, "role_id", role),
                        "{\"permissions\":\"" + (random.nextBoolean() ? ADMINISTRATOR : 0) + "\"}");
            case 6 ->
                caller.ask(
                        guildActor(),
                        "createRole",
                        people.getFirst(),
                        Map.of("guild_id", guild),
                        "{\"name\":\"passing\",\"permissions\":\"" + allow + "\"}",
                        made -> passingRole(caller, person, snowflake(made), rights.formatted(0, allow, 0)));
            default ->
                caller.ask(
                        guildActor(),
                        "createChannel",
                        people.getFirst(),
                        Map.of("guild_id", guild),
                        "{\"name\":\"passing\",\"permission_overwrites\":[{\"id\":\"%d\",\"type\":0,\"deny\":\"%d\"}]}"
                                .formatted(guild, allow),
                        made -> change(caller, "deleteChannel", Map.of("channel_id", snowflake(made)), ""));
        }
    }

    /** A role that somebody bears and that the closed channel names comes and goes. */
    private void passingRole(Caller caller, long person, long passing, String rights) {
        Map<String, Long> bearing = Map.of("guild_id", guild, "user_id", person, "role_id", passing);
        change(caller, "addMemberRole", bearing, "");
        change(caller, "setOverwrite", Map.of("channel_id", closed, "overwrite_id", passing), rights);
        change(caller, "deleteRole", Map.of("guild_id", guild, "role_id", passing), "");
    }

    private void change(Caller caller, String operation, Map<String, Long> path, String body) {
        caller.ask(guildActor(), operation, people.getFirst(), path, body, done -> {});
    }

    private void initiate(Caller caller, long person) {
        caller.call(
                guildActor(),
                "addMemberRole",
                people.getFirst(),
                Map.of("guild_id", guild, "user_id", person, "role_id", role),
                "");
    }

    private JsonNode channel(Caller caller, long owner, String name) {
        return caller.call(
                guildActor(), "createChannel", owner, Map.of("guild_id", guild), "{\"name\":\"" + name + "\"}");
    }

    private void overwrite(Caller caller, long target, long allow, long deny) {
        caller.call(
                guildActor(),
                "setOverwrite",
                people.getFirst(),
                Map.of("channel_id", closed, "overwrite_id", target),
                "{\"type\":0,\"allow\":\"" + allow + "\",\"deny\":\"" + deny + "\"}");
    }

    private static long snowflake(JsonNode made) {
        return Snowflake.parse(made.path("id").asText());
    }

    private static long id(long number) {
        return Instant.parse("2029-01-01T00:00:00Z").toEpochMilli() - 1_420_070_400_000L << 22 | number;
    }
}
