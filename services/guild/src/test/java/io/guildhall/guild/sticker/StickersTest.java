package io.guildhall.guild.sticker;

import static io.guildhall.guild.fakes.TestGuild.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.fakes.Calls;
import io.guildhall.guild.fakes.TestGuild;
import io.guildhall.model.gateway.Intent;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import io.guildhall.model.permission.Permission;
import io.guildhall.model.rpc.Event;
import io.guildhall.model.table.catalogue.ExpressionOwners;
import io.guildhall.model.table.catalogue.Stickers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StickersTest {
    private static final long MAKER = 2_000_001;
    private static final long GUEST = 2_000_002;
    private static final String HASH = "0123456789abcdef0123456789abcdef";

    private final TestGuild guild = new TestGuild();

    @ParameterizedTest
    @CsvSource({"png,1", "apng,2", "json,3", "gif,4"})
    void aStickerSaysWhatKindOfFileItIs(String extension, int format) {
        assertThat(guild.run(create(OWNER, extension)).get("format_type").asInt())
                .isEqualTo(format);
    }

    @Test
    void aNewStickerIsToldWithAllOthersAndInTheGuild() {
        guild.run(create(OWNER, "png"));
        guild.takeEvents();
        JsonNode made = guild.run(create(OWNER, "gif"));

        assertThat(made.at("/user/id").asText()).isEqualTo(Snowflake.format(OWNER));
        assertThat(made.get("type").asInt()).isEqualTo(2);
        assertThat(made.get("available").asBoolean()).isTrue();
        List<Event> told = guild.takeEvents();
        assertThat(told)
                .extracting(Event::getName)
                .containsExactly("GUILD_STICKERS_UPDATE", "GUILD_AUDIT_LOG_ENTRY_CREATE");
        assertThat(told.getFirst().getIntents()).isEqualTo(Intent.GUILD_EXPRESSIONS.bit());
        JsonNode payload = Json.parse(told.getFirst().getPayload());
        assertThat(payload.get("stickers")).hasSize(2);
        assertThat(payload.at("/stickers/1/id")).isEqualTo(made.get("id"));
        assertThat(payload.at("/stickers/1").has("user")).isFalse();
        assertThat(guild.run(of("getGuild", OWNER)).get("stickers")).isEqualTo(payload.get("stickers"));
        assertThat(Json.parse(told.getLast().getPayload()).get("action_type").asInt())
                .isEqualTo(90);
    }

    @Test
    void whoMadeAStickerMayChangeItAndOthersMayLook() {
        guild.join(MAKER, "maker", guild.role("Makers", Permission.CREATE_GUILD_EXPRESSIONS.mask(), 1));
        guild.join(GUEST, "guest");
        assertThat(guild.refusal(create(GUEST, "png"))).isEqualTo(50013);
        long own = id(guild.run(create(MAKER, "png")));
        long other = id(guild.run(create(OWNER, "png")));
        assertThat(guild.refusal(sticker("deleteSticker", MAKER, other))).isEqualTo(50013);
        assertThat(guild.refusal(sticker("updateSticker", GUEST, own).body("{\"name\":\"mine\"}")))
                .isEqualTo(50013);
        JsonNode changed =
                guild.run(sticker("updateSticker", MAKER, own).body("{\"name\":\"Ours\",\"description\":null}"));
        assertThat(changed.get("name").asText()).isEqualTo("Ours");
        assertThat(changed.get("description").isNull()).isTrue();
        assertThat(guild.run(of("listStickers", GUEST)).get(0).has("user")).isFalse();
        assertThat(guild.run(of("listStickers", MAKER)).at("/1/user/username").asText())
                .isEqualTo("owner");
        assertThat(guild.run(sticker("getGuildSticker", GUEST, own)).has("user"))
                .isFalse();
    }

    @Test
    void thereAreFiveAndTheyGoWithTheGuild() {
        for (int count = 0; count < 4; count++) {
            guild.run(create(OWNER, "png"));
        }
        long id = id(guild.run(create(OWNER, "gif")));
        assertThat(guild.refusal(create(OWNER, "png"))).isEqualTo(30039);
        guild.reload();
        assertThat(guild.run(of("listStickers", OWNER))).hasSize(5);
        assertThat(guild.storage().row(ExpressionOwners.TABLE, id).orElseThrow().get(ExpressionOwners.FILE))
                .isEqualTo(HASH);
        guild.run(of("deleteGuild", OWNER));
        assertThat(guild.storage().row(ExpressionOwners.TABLE, id)).isEmpty();
        assertThat(guild.storage().all(Stickers.TABLE, guild.id())).isEmpty();
    }

    private Calls create(long user, String extension) {
        return of("createSticker", user)
                .body("{\"name\":\"Wave\",\"tags\":\"wave\",\"description\":\"\",\"file\":\"%s.%s\"}"
                        .formatted(HASH, extension));
    }

    private Calls sticker(String operation, long user, long id) {
        return of(operation, user).path("sticker_id", id);
    }

    private Calls of(String operation, long user) {
        return Calls.of(operation, user).path("guild_id", guild.id());
    }

    private static long id(JsonNode sticker) {
        return Snowflake.parse(sticker.get("id").asText());
    }
}
