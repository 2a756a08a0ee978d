package io.guildhall.guild.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.Town;
import io.guildhall.guild.kernel.actor.Keys;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.event.Events;
import io.guildhall.model.gateway.DispatchEvent;
import io.guildhall.model.payload.Json;
import io.guildhall.model.rpc.AttachSessions;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.Outcome;
import io.guildhall.model.rpc.Publish;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NotificationsTest {
    private static final String FOREVER = "{\"selected_time_window\":-1,\"end_time\":null}";

    private final Town town = new Town();
    private final long alice = town.person("alice");
    private final long bob = town.person("bob");
    private final long guild = town.guild(alice);
    private final long channel = town.channel(guild);

    NotificationsTest() {
        town.join(guild, alice, bob);
        town.stage().takeSent();
    }

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void whatIsChangedIsToldAndKeptAndTheRestStaysAsItWas() {
        JsonNode changed = Town.json(inGuild(bob, "{\"muted\":true,\"mute_config\":" + FOREVER + "}"));

        assertThat(changed.path("muted").asBoolean()).isTrue();
        assertThat(changed.path("guild_id").asText()).isEqualTo(Town.text(guild));
        assertThat(changed.path("message_notifications").asInt()).isEqualTo(3);
        assertThat(town.events("USER_GUILD_SETTINGS_UPDATE")).containsExactly(changed);
        JsonNode again = Town.json(inGuild(bob, "{\"message_notifications\":1}"));
        assertThat(again.path("muted").asBoolean()).isTrue();
        assertThat(again.path("mute_config").path("selected_time_window").asInt())
                .isEqualTo(-1);
        assertThat(again.path("version").asLong())
                .isGreaterThan(changed.path("version").asLong());
        town.stage().restart();
        assertThat(ready(bob).path("user_guild_settings")).containsExactly(again);
    }

    @Test
    void channelsAreTreatedOneByOne() {
        Town.json(inGuild(bob, overrides(channel, "{\"muted\":true}")));
        JsonNode two = Town.json(inGuild(bob, overrides(channel + 1, "{\"collapsed\":true}")));
        assertThat(two.path("channel_overrides"))
                .extracting(override -> override.path("channel_id").asText())
                .containsExactly(Town.text(channel), Town.text(channel + 1));

        JsonNode one = Town.json(inGuild(bob, overrides(channel, "{\"muted\":false,\"mute_config\":null}")));
        assertThat(one.path("channel_overrides")).hasSize(1);
    }

    @Test
    void severalGuildsAreChangedAtOnceOrNone() {
        long other = town.guild(bob);
        JsonNode changed = Town.json(call(
                "updateAllNotifications",
                Map.of(),
                "{\"guilds\":{\"" + guild + "\":{\"suppress_roles\":true},\"" + other
                        + "\":{\"muted\":true},\"@me\":{\"mobile_push\":false}}}"));
        assertThat(changed).hasSize(3);
        assertThat(changed.get(2).get("guild_id").isNull()).isTrue();

        assertThat(Town.code(call(
                        "updateAllNotifications",
                        Map.of(),
                        "{\"guilds\":{\"" + guild + "\":{\"suppress_roles\":false},\"5\":{\"muted\":true}}}")))
                .isEqualTo(ErrorCode.UNKNOWN_GUILD.number());
        assertThat(ready(bob)
                        .path("user_guild_settings")
                        .get(1)
                        .path("suppress_roles")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void guildsOfOthersHaveNothingToTell() {
        long foreign = town.guild(alice);
        assertThat(Town.code(call("updateGuildNotifications", Map.of("guild_id", Town.text(foreign)), "{}")))
                .isEqualTo(ErrorCode.UNKNOWN_GUILD.number());
        Town.json(inGuild(bob, "{\"muted\":true}"));
        town.rest(Keys.guild(guild), "leaveGuild", bob, Map.of("guild_id", Town.text(guild)), "", "");
        assertThat(ready(bob).path("user_guild_settings")).isEmpty();
    }

    @Test
    void suppressedMentionsOfManyDoNotCount() {
        write("@everyone come");
        assertThat(mentions(channel)).isEqualTo(1);

        Town.json(inGuild(bob, "{\"suppress_everyone\":true}"));
        assertThat(mentions(channel)).isZero();
    }

    @Test
    void messagesInAMutedPrivateChannelCountOnlyWithAMention() {
        hear(7, 71, "[]");
        assertThat(mentions(7)).isEqualTo(1);
        Town.json(call(
                "updatePrivateNotifications",
                Map.of(),
                overrides(7, "{\"muted\":true,\"mute_config\":" + FOREVER + "}")));

        hear(7, 72, "[]");
        assertThat(mentions(7)).isEqualTo(1);
        hear(7, 73, "[{\"id\":\"" + bob + "\"}]");
        assertThat(mentions(7)).isEqualTo(2);
        hear(8, 74, "[]");
        assertThat(mentions(8)).isEqualTo(1);
    }

    @Test
    void whatIsMutedForAWhileIsNotAfterwards() {
        GuildNotifications unsaid = GuildNotifications.unsaid(0);
        GuildNotifications muted = unsaid.with(NotificationBody.of(Json.parse(
                overrides(7, "{\"muted\":true,\"mute_config\":{\"end_time\":\"2026-01-01T00:00:00.000Z\"}}"))));

        assertThat(muted.mutes(7, 1_700_000_000_000L)).isTrue();
        assertThat(muted.mutes(7, 1_800_000_000_000L)).isFalse();
        assertThat(muted.mutes(8, 1_700_000_000_000L)).isFalse();
    }

    private static String overrides(long channel, String override) {
        return "{\"channel_overrides\":{\"" + channel + "\":" + override + "}}";
    }

    private void write(String content) {
        Town.json(town.rest(
                Keys.guild(guild),
                "createMessage",
                alice,
                Map.of("channel_id", Town.text(channel)),
                "",
                "{\"content\":\"" + content + "\"}"));
    }

    /** A message in a private channel, as its owner has participants told. */
    private void hear(long where, long message, String mentions) {
        JsonNode payload = Json.parse("{\"id\":\"" + message + "\",\"channel_id\":\"" + where
                + "\",\"type\":0,\"author\":{\"id\":\"" + alice + "\"},\"mentions\":" + mentions + "}");
        town.stage()
                .run(Command.newBuilder()
                        .setActor(Keys.user(bob))
                        .setPublish(
                                Publish.newBuilder().setEvent(Events.inPrivate(DispatchEvent.MESSAGE_CREATE, payload)))
                        .build());
    }

    private Outcome inGuild(long caller, String body) {
        return town.rest(
                Keys.user(caller), "updateGuildNotifications", caller, Map.of("guild_id", Town.text(guild)), "", body);
    }

    private Outcome call(String operation, Map<String, String> path, String body) {
        return town.rest(Keys.user(bob), operation, bob, path, "", body);
    }

    private int mentions(long where) {
        for (JsonNode state : ready(bob).path("read_state")) {
            if (state.path("id").asText().equals(Town.text(where))) {
                return state.path("mention_count").asInt();
            }
        }
        return 0;
    }

    private JsonNode ready(long reader) {
        return Town.json(town.stage()
                .run(Command.newBuilder()
                        .setActor(Keys.user(reader))
                        .setAttach(AttachSessions.getDefaultInstance())
                        .build()));
    }
}
