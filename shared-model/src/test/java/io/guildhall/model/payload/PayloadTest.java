package io.guildhall.model.payload;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.rpc.Row;
import io.guildhall.model.rpc.Value;
import io.guildhall.model.table.Column;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.Table;
import io.guildhall.model.table.catalogue.Applications;
import io.guildhall.model.table.catalogue.Channels;
import io.guildhall.model.table.catalogue.Members;
import io.guildhall.model.table.catalogue.Roles;
import io.guildhall.model.table.catalogue.Users;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The exact JSON of rows that hold no more than they must: what is never absent, and what is null. */
class PayloadTest {
    private static final User USER =
            User.from(row(Users.TABLE, Map.of(Users.USER_ID, 80351110224678912L, Users.USERNAME, "nelly")));

    @Test
    void aUserHasEveryFieldThatClientsExpect() {
        assertJson(USER, """
            {"id":"80351110224678912","username":"nelly","avatar":null,"discriminator":"0","public_flags":0,
             "flags":0,"banner":null,"accent_color":null,"global_name":null,"avatar_decoration_data":null,
             "collectibles":null,"primary_guild":null}\
            """);
    }

    @Test
    void onlyABotSaysThatItIsOne() {
        User bot = User.from(row(Users.TABLE, Map.of(Users.USER_ID, 1L, Users.USERNAME, "b", Users.BOT, true)));
        assertThat(Json.tree(bot).get("bot").asBoolean()).isTrue();
    }

    @Test
    void aUserSeesMoreOfItself() {
        SelfUser self = SelfUser.from(row(Users.TABLE, Map.of(Users.USER_ID, 1L, Users.USERNAME, "n")));
        JsonNode json = Json.tree(self);
        assertThat(json.get("id").asText()).isEqualTo("1");
        assertThat(json.get("mfa_enabled").asBoolean()).isFalse();
        assertThat(json.get("locale").asText()).isEqualTo("en-US");
        assertThat(json.has("email")).isTrue();
    }

    @Test
    void aMemberHasItsRolesAndItsNullFields() {
        Member member = Member.from(
                row(
                        Members.TABLE,
                        Map.of(
                                Members.USER_ID, 1L,
                                Members.ROLES, List.of(5L, 6L),
                                Members.JOINED_AT, 1_735_689_600_000L)),
                USER);
        assertJson(member.withoutUser(), """
            {"nick":null,"avatar":null,"banner":null,"roles":["5","6"],
             "joined_at":"2025-01-01T00:00:00.000000+00:00","premium_since":null,"deaf":false,"mute":false,
             "flags":0,"pending":false,"communication_disabled_until":null,"avatar_decoration_data":null,
             "collectibles":null}\
            """);
        assertThat(Json.tree(member.inEvent("9")).get("guild_id").asText()).isEqualTo("9");
        assertThat(Json.tree(member).get("user").get("username").asText()).isEqualTo("nelly");
    }

    @Test
    void aRoleHasColorsBesideItsColor() {
        Role role = Role.from(row(Roles.TABLE, Map.of(Roles.ROLE_ID, 5L, Roles.NAME, "mods", Roles.COLOR, 255L)));
        assertJson(role, """
            {"id":"5","name":"mods","description":null,"color":255,
             "colors":{"primary_color":255,"secondary_color":null,"tertiary_color":null},"hoist":false,"icon":null,
             "unicode_emoji":null,"position":0,"permissions":"0","managed":false,"mentionable":false,"flags":0}\
            """);
    }

    @Test
    void aTextChannelHasNoFieldsOfVoice() {
        assertJson(Channel.from(channel(0)), """
            {"id":"3","type":0,"guild_id":"2","name":"general","position":0,"flags":0,"parent_id":null,
             "permission_overwrites":[],"nsfw":false,"topic":null,"last_message_id":null,
             "last_pin_timestamp":null,"rate_limit_per_user":0,"rtc_region":null}\
            """);
    }

    @ParameterizedTest
    @ValueSource(longs = {2, 13})
    void aVoiceChannelHasABitrateAndAUserLimit(long type) {
        JsonNode json = Json.tree(Channel.from(channel(type)));
        assertThat(json.get("bitrate").asInt()).isEqualTo(64_000);
        assertThat(json.get("user_limit").isInt()).isTrue();
        assertThat(json.has("rtc_region")).isTrue();
        assertThat(json.get("video_quality_mode").asInt()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"local, local", "somewhere, null"})
    void aChannelWithARegionThatThereIsNotIsInAny(String stored, String shown) {
        RowView row = row(
                Channels.TABLE,
                Map.of(
                        Channels.GUILD_ID,
                        2L,
                        Channels.CHANNEL_ID,
                        3L,
                        Channels.TYPE,
                        2L,
                        Channels.NAME,
                        "general",
                        Channels.RTC_REGION,
                        stored));
        assertThat(Json.tree(Channel.from(row)).get("rtc_region").asText()).isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(longs = {15, 16})
    void aForumHasTags(long type) {
        JsonNode json = Json.tree(Channel.from(channel(type)));
        assertThat(json.get("available_tags").isArray()).isTrue();
        assertThat(json.get("default_forum_layout").asInt()).isZero();
    }

    @Test
    void theReactionThatAForumOffersHasBothFields() {
        RowView forum = row(
                Channels.TABLE,
                Map.of(
                        Channels.GUILD_ID,
                        2L,
                        Channels.CHANNEL_ID,
                        3L,
                        Channels.TYPE,
                        15L,
                        Channels.DEFAULT_REACTION_EMOJI,
                        "{\"emoji_name\":\"x\"}"));
        assertThat(Json.tree(Channel.from(forum)).get("default_reaction_emoji"))
                .isEqualTo(Json.parse("{\"emoji_id\":null,\"emoji_name\":\"x\"}"));
    }

    @Test
    void aRemovedGuildDoesNotSayUnavailable() {
        assertThat(Json.write(new UnavailableGuild("1", null))).isEqualTo("{\"id\":\"1\"}");
        assertThat(Json.write(new UnavailableGuild("1", true))).isEqualTo("{\"id\":\"1\",\"unavailable\":true}");
    }

    @Test
    void anApplicationHasItsFixedFields() {
        OwnApplication application = OwnApplication.from(
                row(Applications.TABLE, Map.of(Applications.APPLICATION_ID, 7L, Applications.NAME, "helper")),
                "ab12",
                null,
                USER,
                2);
        JsonNode json = Json.tree(application);
        for (String field : List.of("id", "icon", "type", "verify_key", "flags", "flags_new", "team", "owner")) {
            assertThat(json.has(field)).as(field).isTrue();
        }
        assertThat(json.get("approximate_guild_count").asInt()).isEqualTo(2);
    }

    @Test
    void payloadsReadBackWhatTheyWrote() {
        assertThat(Json.read(Json.write(USER), User.class)).isEqualTo(USER);
        Channel channel = Channel.from(channel(2));
        assertThat(Json.read(Json.write(channel), Channel.class)).isEqualTo(channel);
        Reaction reaction = Reaction.normal(new PartialEmoji(null, "👍", null), 3, true);
        assertThat(Json.read(Json.write(reaction), Reaction.class)).isEqualTo(reaction);
    }

    private static RowView channel(long type) {
        return row(
                Channels.TABLE,
                Map.of(Channels.GUILD_ID, 2L, Channels.CHANNEL_ID, 3L, Channels.TYPE, type, Channels.NAME, "general"));
    }

    private static void assertJson(Object payload, String json) {
        assertThat(Json.parse(Json.write(payload))).isEqualTo(Json.parse(json));
    }

    private static RowView row(Table table, Map<Column<?>, Object> cells) {
        Map<Column<?>, Object> byColumn = new LinkedHashMap<>(cells);
        Row.Builder row = Row.newBuilder();
        for (Column<?> column : table.columns()) {
            row.addValues(value(column, byColumn.get(column)));
        }
        return new RowView(table, row.build());
    }

    @SuppressWarnings("unchecked")
    private static <T> Value value(Column<T> column, Object cell) {
        return column.toValue((T) cell);
    }
}
