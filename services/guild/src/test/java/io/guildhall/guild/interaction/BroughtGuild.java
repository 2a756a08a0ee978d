package io.guildhall.guild.interaction;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.fakes.Calls;
import io.guildhall.guild.fakes.TestGuild;
import io.guildhall.guild.kernel.actor.Keys;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import io.guildhall.model.permission.Permission;
import io.guildhall.model.rpc.Event;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.Applications;
import io.guildhall.model.table.catalogue.UserApplications;
import io.guildhall.model.table.catalogue.Users;
import java.util.List;

/** A guild in which an application is not, and a member who has it along. */
final class BroughtGuild {
    private static final String COMMAND = "\"data\":{\"id\":\"3000001\",\"version\":\"1\",\"options\":[]}";
    static final String FOR_PEOPLE = "\"options\":[],\"integration_types\":[1],\"contexts\":[0,1,2]";

    final AppInGuild app = new AppInGuild();
    final TestGuild guild = app.guild;

    BroughtGuild() {
        run("kickMember", "user_id", AppInGuild.BOT, "");
        guild.storage()
                .write(List.of(
                        Write.to(Users.TABLE, AppInGuild.BOT)
                                .set(Users.USERNAME, "robot")
                                .set(Users.BOT, true)
                                .build(),
                        Write.to(Applications.TABLE, AppInGuild.BOT)
                                .set(Applications.NAME, "robot")
                                .build(),
                        Write.to(UserApplications.TABLE, AppInGuild.ANN, AppInGuild.BOT)
                                .set(UserApplications.INSTALLED_AT, 1L)
                                .build()));
        app.command(FOR_PEOPLE);
        guild.takeEvents();
    }

    /** Ann uses the command here; what the application is told. */
    JsonNode use(long place) {
        guild.takeTells();
        guild.run(Calls.of("createInteraction", AppInGuild.ANN)
                .path("channel_id", place)
                .body(
                        "{\"type\":2,\"application_id\":\"%d\",\"channel_id\":\"%d\",\"session_id\":\"s\",\"nonce\":\"7\",%s}"
                                .formatted(AppInGuild.BOT, place, COMMAND)));
        JsonNode told = guild.takeTells().stream()
                .filter(tell -> tell.getActor().equals(Keys.user(AppInGuild.BOT)) && tell.hasPublish())
                .map(tell -> tell.getPublish().getEvent())
                .filter(event -> event.getName().equals("INTERACTION_CREATE"))
                .map(event -> Json.parse(event.getPayload()))
                .findFirst()
                .orElseThrow();
        guild.takeEvents();
        return told;
    }

    /** An answer with a message of these fields. */
    Calls answer(JsonNode told, String message) {
        return app.answer(told, "{\"type\":4,\"data\":" + message + "}");
    }

    Calls more(JsonNode told, String message) {
        return app.bearer("executeWebhook", told).body(message);
    }

    Calls edit(JsonNode told, String message) {
        return app.bearer("updateOriginalWebhookMessage", told).body(message);
    }

    /** The event of the message that was sent last. */
    Event sent() {
        return guild.takeEvents().stream()
                .filter(event -> event.getName().equals("MESSAGE_CREATE"))
                .reduce((first, last) -> last)
                .orElseThrow();
    }

    void deny(long place, Permission permission) {
        guild.run(Calls.of("setOverwrite", TestGuild.OWNER)
                .path("channel_id", place)
                .path("overwrite_id", guild.id())
                .body("{\"type\":0,\"deny\":\"" + permission.mask() + "\"}"));
    }

    long thread() {
        return Snowflake.parse(guild.run(Calls.of("createThread", AppInGuild.ANN)
                        .path("channel_id", app.channel)
                        .body("{\"name\":\"thread\",\"type\":11}"))
                .path("id")
                .asText());
    }

    void lock(long thread) {
        run("updateChannel", "channel_id", thread, "{\"locked\":true}");
    }

    /** The owner does something to what the path names so. */
    void run(String operation, String parameter, long id, String body) {
        Calls call = Calls.of(operation, TestGuild.OWNER)
                .path("guild_id", guild.id())
                .path(parameter, id);
        guild.run(body.isEmpty() ? call : call.body(body));
    }
}
