package io.guildhall.guild.webhook;

import static io.guildhall.guild.fakes.TestGuild.OWNER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.fakes.Calls;
import io.guildhall.guild.fakes.TestGuild;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.gateway.Intent;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import io.guildhall.model.permission.Permission;
import io.guildhall.model.rpc.Event;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.GuildWebhooks;
import io.guildhall.model.table.catalogue.PictureMarks;
import io.guildhall.model.table.catalogue.Webhooks;
import io.guildhall.model.webhook.WebhookTokens;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhooksTest {
    private static final long BOT = 2_000_001;
    private static final long GUEST = 2_000_002;
    private static final String PICTURE = "0123456789abcdef0123456789abcdef";

    private final TestGuild guild = new TestGuild();
    private final long channel = guild.channel("general");

    @Test
    void aNewWebhookIsShownWithItsTokenAndTold() {
        JsonNode made = create(OWNER, "Captain Hook");

        assertThat(made.get("token").asText()).isEqualTo(new WebhookTokens("a secret").of(id(made)));
        assertThat(made.get("type").asInt()).isEqualTo(1);
        assertThat(made.get("application_id").isNull()).isTrue();
        assertThat(made.at("/user/id").asText()).isEqualTo(Snowflake.format(OWNER));
        List<Event> told = guild.takeEvents();
        assertThat(told).extracting(Event::getName).containsExactly("WEBHOOKS_UPDATE", "GUILD_AUDIT_LOG_ENTRY_CREATE");
        assertThat(told.getFirst().getIntents()).isEqualTo(Intent.GUILD_WEBHOOKS.bit());
        assertThat(told.getFirst().getChannelId()).isEqualTo(channel);
        JsonNode entry = Json.parse(told.getLast().getPayload());
        assertThat(entry.get("action_type").asInt()).isEqualTo(50);
        assertThat(entry.get("target_id")).isEqualTo(made.get("id"));
        assertThat(entry.get("changes"))
                .extracting(change -> change.get("key").asText())
                .containsExactly("name", "type", "channel_id");
    }

    @Test
    void whatSomebodyMakesForAnApplicationIsTheApplications() {
        JsonNode made = guild.run(Calls.of("createWebhook", OWNER)
                .by(77)
                .path("channel_id", channel)
                .body("{\"name\":\"hers\"}"));
        assertThat(made.get("application_id").asText()).isEqualTo("77");
        assertThat(made.get("token").asText()).isEqualTo(new WebhookTokens("a secret").of(id(made)));
        JsonNode listed = guild.run(Calls.of("listChannelWebhooks", OWNER).path("channel_id", channel));
        assertThat(listed.get(0).has("token")).isFalse();
    }

    @Test
    void webhooksAreListedByChannelAndByGuild() {
        long other = guild.channel("other");
        create(OWNER, "one");
        create(OWNER, "two");
        guild.run(Calls.of("createWebhook", OWNER).path("channel_id", other).body("{\"name\":\"three\"}"));

        assertThat(names(guild.run(Calls.of("listChannelWebhooks", OWNER).path("channel_id", channel))))
                .containsExactly("one", "two");
        assertThat(names(guild.run(Calls.of("listGuildWebhooks", OWNER).path("guild_id", guild.id()))))
                .containsExactly("one", "two", "three");
    }

    /** Their tokens would let it write there, and read what was written by them. */
    @Test
    void whoManagesWebhooksElsewhereIsNotToldThoseOfAHiddenChannel() {
        guild.join(GUEST, "guest", guild.role("hooks", Permission.MANAGE_WEBHOOKS.mask(), 1));
        create(OWNER, "hidden");
        long open = guild.channel("open");
        guild.run(Calls.of("createWebhook", OWNER).path("channel_id", open).body("{\"name\":\"shown\"}"));
        guild.run(Calls.of("updateChannel", OWNER)
                .path("channel_id", channel)
                .body("{\"permission_overwrites\":[{\"id\":\"%d\",\"type\":0,\"deny\":\"1024\"}]}"
                        .formatted(guild.id())));

        assertThat(names(guild.run(Calls.of("listGuildWebhooks", GUEST).path("guild_id", guild.id()))))
                .containsExactly("shown");
        assertThat(names(guild.run(Calls.of("listGuildWebhooks", OWNER).path("guild_id", guild.id()))))
                .containsExactly("hidden", "shown");
    }

    @Test
    void theTokenOfAnApplicationsWebhookIsForTheApplicationAlone() {
        guild.joinBot(BOT, "robot", guild.role("hooks", Permission.MANAGE_WEBHOOKS.mask(), 1));
        JsonNode made = guild.run(
                Calls.of("createWebhook", BOT).bot().path("channel_id", channel).body("{\"name\":\"x\"}"));

        assertThat(made.get("application_id").asText()).isEqualTo(Snowflake.format(BOT));
        assertThat(guild.run(named("getWebhook", BOT, made)).has("token")).isTrue();
        assertThat(guild.run(named("getWebhook", OWNER, made)).has("token")).isFalse();
        assertThat(guild.run(named("getWebhookByToken", id(made), made)).has("token"))
                .isTrue();
        assertThat(guild.run(named("getWebhookByToken", id(made), made)).has("user"))
                .isFalse();
    }

    @Test
    void onlyThoseWhoManageWebhooksSeeAndChangeThem() {
        guild.join(GUEST, "guest");
        JsonNode made = create(OWNER, "x");
        assertThat(guild.refusal(Calls.of("createWebhook", GUEST)
                        .path("channel_id", channel)
                        .body("{\"name\":\"x\"}")))
                .isEqualTo(50013);
        assertThat(guild.refusal(Calls.of("listChannelWebhooks", GUEST).path("channel_id", channel)))
                .isEqualTo(50013);
        assertThat(guild.refusal(Calls.of("listGuildWebhooks", GUEST).path("guild_id", guild.id())))
                .isEqualTo(50013);
        for (long stranger : new long[] {GUEST, 77}) {
            assertThat(guild.refusal(named("getWebhook", stranger, made))).isEqualTo(50013);
            assertThat(guild.refusal(named("deleteWebhook", stranger, made))).isEqualTo(50013);
            assertThat(guild.refusal(named("updateWebhook", stranger, made).body("{\"name\":\"y\"}")))
                    .isEqualTo(50013);
        }
    }

    @Test
    void aWebhookIsRenamedAndMovedAndToldWhereItWasAndIs() {
        long other = guild.channel("other");
        JsonNode made = create(OWNER, "x");
        guild.takeEvents();
        JsonNode moved = guild.run(
                named("updateWebhook", OWNER, made).body("{\"name\":\"y\",\"channel_id\":\"%d\"}".formatted(other)));

        assertThat(moved.get("name").asText()).isEqualTo("y");
        assertThat(moved.get("channel_id").asText()).isEqualTo(Snowflake.format(other));
        assertThat(guild.takeEvents())
                .filteredOn(event -> event.getName().equals("WEBHOOKS_UPDATE"))
                .extracting(Event::getChannelId)
                .containsExactly(channel, other);
        assertThat(names(guild.run(Calls.of("listChannelWebhooks", OWNER).path("channel_id", other))))
                .containsExactly("y");
        guild.run(named("updateWebhook", OWNER, made).body("{\"name\":\"y\"}"));
        assertThat(guild.takeEvents()).isEmpty();
    }

    @Test
    void whoeverHasTheTokenChangesAndDeletesTheWebhook() {
        JsonNode made = create(OWNER, "x");
        long id = id(made);
        assertThat(guild.run(named("updateWebhookByToken", id, made).body("{\"name\":\"y\"}"))
                        .get("name")
                        .asText())
                .isEqualTo("y");
        guild.run(named("deleteWebhookByToken", id, made));
        assertThat(guild.refusal(named("getWebhookByToken", id, made))).isEqualTo(10015);
        assertThat(guild.refusal(named("getWebhook", OWNER, made))).isEqualTo(10015);
    }

    @Test
    void aChannelHasFifteenAtMost() {
        for (int index = 0; index < 15; index++) {
            create(OWNER, "hook " + index);
        }
        assertThat(guild.refusal(Calls.of("createWebhook", OWNER)
                        .path("channel_id", channel)
                        .body("{\"name\":\"x\"}")))
                .isEqualTo(30007);
        long other = guild.channel("other");
        JsonNode last = guild.run(
                Calls.of("createWebhook", OWNER).path("channel_id", other).body("{\"name\":\"x\"}"));
        assertThat(guild.refusal(
                        named("updateWebhook", OWNER, last).body("{\"channel_id\":\"%d\"}".formatted(channel))))
                .isEqualTo(30007);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Clyde", "my discord hook", " ", ""})
    void someNamesAreNotForWebhooks(String name) {
        assertThatThrownBy(() -> create(OWNER, name))
                .isInstanceOfSatisfying(ApiException.class, refused -> assertThat(refused.code())
                        .isEqualTo(50035));
    }

    @Test
    void webhooksGoWithTheirChannelAndItsGuildAndTakeTheirPicturesAlong() {
        long second = guild.channel("second");
        JsonNode made = guild.run(Calls.of("createWebhook", OWNER)
                .path("channel_id", channel)
                .body("{\"name\":\"x\"}")
                .picture("avatar", PICTURE));
        JsonNode other = guild.run(
                Calls.of("createWebhook", OWNER).path("channel_id", second).body("{\"name\":\"y\"}"));
        assertThat(mark().orElseThrow().get(PictureMarks.CARRIED)).isTrue();

        guild.run(Calls.of("deleteChannel", OWNER).path("channel_id", channel));
        assertThat(guild.storage().row(Webhooks.TABLE, id(made))).isEmpty();
        assertThat(mark().orElseThrow().get(PictureMarks.GONE)).isTrue();
        assertThat(guild.storage().row(Webhooks.TABLE, id(other))).isPresent();

        guild.run(Calls.of("deleteGuild", OWNER).path("guild_id", guild.id()));
        assertThat(guild.storage().row(Webhooks.TABLE, id(other))).isEmpty();
        assertThat(guild.storage().all(GuildWebhooks.TABLE, guild.id())).isEmpty();
    }

    private Optional<RowView> mark() {
        return guild.storage().row(PictureMarks.TABLE, PictureMarks.shard(PICTURE), PICTURE);
    }

    private JsonNode create(long user, String name) {
        return guild.run(
                Calls.of("createWebhook", user).path("channel_id", channel).body("{\"name\":\"%s\"}".formatted(name)));
    }

    private Calls named(String operation, long user, JsonNode webhook) {
        return Calls.of(operation, user).path("webhook_id", webhook.get("id").asText());
    }

    private static long id(JsonNode webhook) {
        return Snowflake.parse(webhook.get("id").asText());
    }

    private static List<String> names(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(webhook -> webhook.get("name").asText())
                .toList();
    }
}
