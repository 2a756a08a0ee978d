package io.guildhall.guild.emoji;

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
import io.guildhall.model.table.catalogue.Emojis;
import io.guildhall.model.table.catalogue.ExpressionOwners;
import io.guildhall.model.table.catalogue.PictureMarks;
import java.util.List;
import org.junit.jupiter.api.Test;

class EmojisTest {
    private static final long MAKER = 2_000_001;
    private static final long MANAGER = 2_000_002;
    private static final long GUEST = 2_000_003;
    private static final String STILL = "0123456789abcdef0123456789abcdef";
    private static final String MOVING = "a_" + STILL;

    private final TestGuild guild = new TestGuild();

    @Test
    void aNewEmojiIsToldWithAllOthersAndInTheGuild() {
        create(OWNER, "one", STILL);
        guild.takeEvents();
        JsonNode made = create(OWNER, "two", MOVING);

        assertThat(made.get("animated").asBoolean()).isTrue();
        assertThat(made.at("/user/id").asText()).isEqualTo(Snowflake.format(OWNER));
        List<Event> told = guild.takeEvents();
        assertThat(told)
                .extracting(Event::getName)
                .containsExactly("GUILD_EMOJIS_UPDATE", "GUILD_AUDIT_LOG_ENTRY_CREATE");
        assertThat(told.getFirst().getIntents()).isEqualTo(Intent.GUILD_EXPRESSIONS.bit());
        JsonNode payload = Json.parse(told.getFirst().getPayload());
        assertThat(payload.get("guild_id").asText()).isEqualTo(Snowflake.format(guild.id()));
        assertThat(payload.get("emojis"))
                .extracting(emoji -> emoji.get("name").asText())
                .containsExactly("one", "two");
        assertThat(payload.at("/emojis/0/animated").asBoolean()).isFalse();
        assertThat(payload.at("/emojis/0").has("user")).isFalse();
        assertThat(guild.run(of("getGuild", OWNER)).get("emojis")).isEqualTo(payload.get("emojis"));
        JsonNode entry = Json.parse(told.getLast().getPayload());
        assertThat(entry.get("action_type").asInt()).isEqualTo(60);
        assertThat(entry.get("target_id")).isEqualTo(made.get("id"));
        assertThat(entry.at("/changes/0/new_value").asText()).isEqualTo("two");
    }

    @Test
    void emojisOutliveTheirOwnersMemoryAndGoWithTheGuild() {
        long id = id(create(OWNER, "kept", STILL));
        guild.reload();
        assertThat(guild.run(emoji("getEmoji", OWNER, id)).get("name").asText()).isEqualTo("kept");
        assertThat(guild.storage().row(ExpressionOwners.TABLE, id).orElseThrow().get(ExpressionOwners.FILE))
                .isEqualTo(STILL);

        assertThat(guild.storage()
                        .row(PictureMarks.TABLE, PictureMarks.shard(STILL), STILL)
                        .orElseThrow()
                        .get(PictureMarks.CARRIED))
                .isTrue();
        guild.run(of("deleteGuild", OWNER));
        assertThat(guild.storage()
                        .row(PictureMarks.TABLE, PictureMarks.shard(STILL), STILL)
                        .orElseThrow()
                        .get(PictureMarks.GONE))
                .isTrue();
        assertThat(guild.storage().row(ExpressionOwners.TABLE, id)).isEmpty();
        assertThat(guild.storage().all(Emojis.TABLE, guild.id())).isEmpty();
    }

    @Test
    void whoMadeAnEmojiMayChangeItAndWhoManagesThemAllMayChangeAny() {
        join();
        assertThat(guild.refusal(body("createEmoji", GUEST, "x1", STILL))).isEqualTo(50013);
        assertThat(guild.refusal(body("createEmoji", MANAGER, "x1", STILL))).isEqualTo(50013);
        long own = id(create(MAKER, "own", STILL));
        long other = id(create(OWNER, "other", STILL));
        for (String operation : List.of("updateEmoji", "deleteEmoji")) {
            assertThat(guild.refusal(emoji(operation, GUEST, own))).isEqualTo(50013);
            assertThat(guild.refusal(emoji(operation, MAKER, other))).isEqualTo(50013);
        }
        assertThat(guild.run(emoji("updateEmoji", MAKER, own).body("{\"name\":\"renamed\"}"))
                        .get("name")
                        .asText())
                .isEqualTo("renamed");
        guild.run(emoji("updateEmoji", MANAGER, own).body("{\"name\":\"again\"}"));
        guild.run(emoji("deleteEmoji", MANAGER, other));
        guild.run(emoji("deleteEmoji", MAKER, own));
        assertThat(guild.run(of("listEmojis", GUEST)).isEmpty()).isTrue();
    }

    @Test
    void whoMadeAnEmojiIsShownToThoseWhoMayMakeSome() {
        join();
        long own = id(create(MAKER, "own", STILL));
        long other = id(create(OWNER, "other", STILL));
        assertThat(guild.run(of("listEmojis", GUEST)).get(0).has("user")).isFalse();
        assertThat(guild.run(of("listEmojis", MAKER)).at("/1/user/username").asText())
                .isEqualTo("owner");
        assertThat(guild.run(emoji("getEmoji", MAKER, own)).has("user")).isTrue();
        assertThat(guild.run(emoji("getEmoji", MAKER, other)).has("user")).isFalse();
        assertThat(guild.run(emoji("getEmoji", MANAGER, other)).has("user")).isTrue();
    }

    @Test
    void thereAreFiftyThatMoveAndFiftyThatDoNot() {
        for (int count = 0; count < 50; count++) {
            create(OWNER, "still" + count, STILL);
            create(OWNER, "moving" + count, MOVING);
        }
        assertThat(guild.refusal(body("createEmoji", OWNER, "more", STILL))).isEqualTo(30008);
        assertThat(guild.refusal(body("createEmoji", OWNER, "more", MOVING))).isEqualTo(30018);
    }

    @Test
    void anEmojiIsForTheBearersOfRolesUntilTheRoleGoes() {
        long role = guild.role("Fans", 0, 1);
        long id = id(guild.run(of("createEmoji", OWNER)
                .body("{\"name\":\"fans\",\"image\":\"data:image/png;base64,AAAA\",\"roles\":[\"%d\"]}".formatted(role))
                .picture("image", STILL)));
        assertThat(guild.refusal(emoji("updateEmoji", OWNER, id).body("{\"roles\":[\"12345\"]}")))
                .isEqualTo(10011);
        assertThat(guild.run(emoji("getEmoji", OWNER, id)).at("/roles/0").asText())
                .isEqualTo(Snowflake.format(role));
        guild.takeEvents();
        guild.run(of("deleteRole", OWNER).path("role_id", role));
        assertThat(guild.takeNames()).contains("GUILD_EMOJIS_UPDATE");
        guild.reload();
        assertThat(guild.run(emoji("getEmoji", OWNER, id)).get("roles").isEmpty())
                .isTrue();
    }

    @Test
    void anUnknownEmojiIsNotFoundAndNoChangeIsNone() {
        assertThatThrownBy(() -> guild.run(emoji("getEmoji", OWNER, 5)))
                .isInstanceOfSatisfying(ApiException.class, refused -> {
                    assertThat(refused.status()).isEqualTo(404);
                    assertThat(refused.code()).isEqualTo(10014);
                });
        long id = id(create(OWNER, "same", STILL));
        guild.takeEvents();
        guild.run(emoji("updateEmoji", OWNER, id).body("{\"name\":\"same\",\"roles\":[]}"));
        assertThat(guild.takeNames()).isEmpty();
    }

    private void join() {
        guild.join(MAKER, "maker", guild.role("Makers", Permission.CREATE_GUILD_EXPRESSIONS.mask(), 1));
        guild.join(MANAGER, "manager", guild.role("Managers", Permission.MANAGE_GUILD_EXPRESSIONS.mask(), 1));
        guild.join(GUEST, "guest");
    }

    private JsonNode create(long user, String name, String image) {
        return guild.run(body("createEmoji", user, name, image));
    }

    private Calls body(String operation, long user, String name, String image) {
        return of(operation, user)
                .body("{\"name\":\"%s\",\"image\":\"data:image/png;base64,AAAA\"}".formatted(name))
                .picture("image", image);
    }

    private Calls emoji(String operation, long user, long id) {
        return of(operation, user).path("emoji_id", id);
    }

    private Calls of(String operation, long user) {
        return Calls.of(operation, user).path("guild_id", guild.id());
    }

    private static long id(JsonNode emoji) {
        return Snowflake.parse(emoji.get("id").asText());
    }
}
