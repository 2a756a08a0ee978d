package io.guildhall.guild.commandaccess;

import io.guildhall.guild.fakes.Calls;
import io.guildhall.guild.fakes.TestGuild;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.ApplicationCommand;
import io.guildhall.model.payload.Json;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.Applications;
import io.guildhall.model.table.catalogue.Commands;
import java.util.List;

/** A guild with an application that has a command everywhere and one in the guild. */
public final class AppWithCommands {
    public static final long BOT = 2_000_001;
    public static final long ANN = 2_000_002;
    public static final long GLOBAL = 3_000_001;
    public static final long LOCAL = 3_000_002;

    public final TestGuild guild = new TestGuild();
    public final long channel = guild.channel("general");

    public AppWithCommands() {
        guild.joinBot(BOT, "robot");
        guild.join(ANN, "ann");
        guild.storage()
                .write(List.of(Write.to(Applications.TABLE, BOT)
                        .set(Applications.NAME, "Robot")
                        .build()));
        command(0, GLOBAL, "ask", null);
        command(guild.id(), LOCAL, "here", null);
    }

    public void command(long scope, long id, String name, String permissions) {
        command(scope, id, name, permissions, false);
    }

    /** @param adults whether it is for adults only */
    public void command(long scope, long id, String name, String permissions, boolean adults) {
        ApplicationCommand command = new ApplicationCommand(
                Long.toString(id),
                Long.toString(BOT),
                scope == 0 ? null : Long.toString(scope),
                "7",
                1,
                name,
                null,
                "Asks",
                null,
                null,
                permissions,
                true,
                null,
                null,
                adults);
        guild.storage()
                .write(List.of(Write.to(Commands.TABLE, BOT, scope, id)
                        .set(Commands.DEFINITION, Json.write(command))
                        .build()));
    }

    /** As the owner; each grant as {@code {"id":"1","type":1,"permission":true}}. */
    public void grant(long command, String... grants) {
        guild.run(set(TestGuild.OWNER, command, grants));
    }

    public static String grant(long id, int type, boolean allows) {
        return "{\"id\":\"%d\",\"type\":%d,\"permission\":%b}".formatted(id, type, allows);
    }

    /** Begins a public thread in the channel as the owner. */
    public long thread() {
        return Snowflake.parse(guild.run(Calls.of("createThread", TestGuild.OWNER)
                        .path("channel_id", channel)
                        .body("{\"name\":\"aside\",\"type\":11}"))
                .get("id")
                .asText());
    }

    Calls set(long caller, long command, String... grants) {
        return about("setCommandPermissions", caller)
                .path("command_id", command)
                .body("{\"permissions\":[" + String.join(",", grants) + "]}");
    }

    Calls about(String operation, long caller) {
        return Calls.of(operation, caller).path("guild_id", guild.id()).path("application_id", BOT);
    }

    /** Somebody runs a command in the channel. */
    Calls run(long user, long command) {
        return run(user, command, channel);
    }

    /** Somebody runs a command in this channel or thread. */
    Calls run(long user, long command, long in) {
        String scope = command == LOCAL ? ",\"guild_id\":\"%d\"".formatted(guild.id()) : "";
        return Calls.of("createInteraction", user)
                .path("channel_id", in)
                .body(
                        "{\"type\":2,\"application_id\":\"%d\",\"guild_id\":\"%d\",\"channel_id\":\"%d\",\"session_id\":\"s\",\"data\":{\"id\":\"%d\"%s}}"
                                .formatted(BOT, guild.id(), in, command, scope));
    }
}
