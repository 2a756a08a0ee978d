package io.guildhall.guild.guild;

import static io.guildhall.guild.fakes.TestGuild.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.fakes.Calls;
import io.guildhall.guild.fakes.TestGuild;
import io.guildhall.guild.state.GuildChannel;
import io.guildhall.guild.state.GuildState;
import io.guildhall.model.payload.Json;
import io.guildhall.model.permission.Permission;
import io.guildhall.model.table.catalogue.ChannelPurges;
import io.guildhall.model.table.catalogue.Channels;
import io.guildhall.model.table.catalogue.Guilds;
import io.guildhall.model.table.catalogue.UserGuilds;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GuildOperationsTest {
    private static final long MEMBER = 2_000_001;

    private final TestGuild guild = new TestGuild();

    @Test
    void aNewGuildHasATextAndAVoiceChannelInCategories() {
        assertThat(guild.state().channelsInOrder())
                .extracting(GuildChannel::name)
                .containsExactlyInAnyOrder("Text Channels", "general", "Voice Channels", "General");
        assertThat(guild.state().properties().systemChannelId()).isNotNull();
        assertThat(guild.state().memberCount()).isEqualTo(1);
    }

    @Test
    void aNewGuildMayBringItsRolesAndChannelsTiedByPlaceholders() {
        TestGuild other = new TestGuild();
        GuildState state = other.state();
        Blueprint blueprint = Blueprint.of(
                state.id(),
                NewGuild.of(io.guildhall.model.payload.Json.parse("""
                    {"roles":[{"id":"0","permissions":"1024"},{"id":"1","name":"Staff"}],
                     "channels":[{"id":"10","name":"Area","type":4},
                                 {"id":"11","name":"Inner Room","type":0,"parent_id":"10",
                                  "permission_overwrites":[{"id":"1","type":0,"allow":"1024"}]}],
                     "system_channel_id":"11"}\
                    """)),
                new io.guildhall.model.id.SnowflakeGenerator(9, other.clock()));
        GuildChannel inner = blueprint.channels().get(1);
        assertThat(blueprint.roles().getFirst().id()).isEqualTo(state.id());
        assertThat(inner.parentId()).isEqualTo(blueprint.channels().getFirst().id());
        assertThat(inner.name()).isEqualTo("inner-room");
        assertThat(inner.overwriteList().getFirst().id())
                .isEqualTo(Long.toString(blueprint.roles().get(1).id()));
        assertThat(blueprint.systemChannelId()).isEqualTo(inner.id());
    }

    @Test
    void theGuildComesBackFromTheStoreAsItWas() {
        guild.join(MEMBER, "member", guild.role("Staff", 8, 3));
        JsonNode before = guild.run(get());
        guild.reload();
        assertThat(guild.run(get())).isEqualTo(before);
        assertThat(guild.state().member(MEMBER).roles()).hasSize(1);
        assertThat(guild.state().member(MEMBER).user().username()).isEqualTo("member");
    }

    @Test
    void countsAreThereWhenAskedFor() {
        JsonNode answer = guild.run(get().query("{\"with_counts\":\"true\"}"));
        assertThat(answer.get("approximate_member_count").asInt()).isEqualTo(1);
        assertThat(guild.run(get()).has("approximate_member_count")).isFalse();
    }

    @Test
    void onlyWhoManagesTheGuildChangesIt() {
        guild.join(MEMBER, "member");
        Calls change =
                Calls.of("updateGuild", MEMBER).path("guild_id", guild.id()).body("{\"name\":\"Mine\"}");
        assertThat(guild.refusal(change)).isEqualTo(50013);
        guild.join(MEMBER, "member", guild.role("Manager", Permission.MANAGE_GUILD.mask(), 2));
        assertThat(guild.run(change).get("name").asText()).isEqualTo("Mine");
        assertThat(guild.takeNames()).containsExactly("GUILD_UPDATE", "GUILD_AUDIT_LOG_ENTRY_CREATE");
    }

    @Test
    void whatAGuildSaysOfItselfIsPassedOnAsTextAndNothingBesideIt() {
        List<String> fields =
                guild.run(get()).propertyStream().map(Map.Entry::getKey).toList();
        String said = "\"},\"evil\":{\"type\":\"evil\"},{\"x\":\"";
        guild.run(Calls.of("updateGuild", TestGuild.OWNER)
                .path("guild_id", guild.id())
                .body(Json.object()
                        .put("description", said)
                        .put("created_at", "evil")
                        .put("max_members", "evil")
                        .toString()));

        JsonNode told = Json.parse(guild.takeEvents().getFirst().getPayload());
        assertThat(told.get("description").textValue()).isEqualTo(said);
        assertThat(told.has("evil")).isFalse();
        assertThat(told.has("created_at")).isFalse();
        assertThat(told.get("max_members").isInt()).isTrue();
        JsonNode read = guild.run(get());
        assertThat(read.get("description").textValue()).isEqualTo(said);
        assertThat(read.propertyStream().map(Map.Entry::getKey)).containsExactlyElementsOf(fields);
    }

    @Test
    void onlyTheOwnerGivesTheGuildAway() {
        guild.join(MEMBER, "member", guild.role("Manager", Permission.ADMINISTRATOR.mask(), 2));
        String body = "{\"owner_id\":\"" + MEMBER + "\"}";
        assertThat(guild.refusal(Calls.of("updateGuild", MEMBER)
                        .path("guild_id", guild.id())
                        .body(body)))
                .isEqualTo(50013);
        guild.run(Calls.of("updateGuild", OWNER).path("guild_id", guild.id()).body(body));
        assertThat(guild.state().ownerId()).isEqualTo(MEMBER);
    }

    @Test
    void noBotIsGivenTheGuild() {
        guild.joinBot(MEMBER, "bot");
        assertThat(guild.refusal(Calls.of("updateGuild", OWNER)
                        .path("guild_id", guild.id())
                        .body("{\"owner_id\":\"" + MEMBER + "\"}")))
                .isEqualTo(50132);
        assertThat(guild.state().ownerId()).isEqualTo(OWNER);
    }

    @Test
    void featuresThatAreTheOperatorsToGiveStayAsTheyAre() {
        guild.join(MEMBER, "member", guild.role("Manager", Permission.MANAGE_GUILD.mask(), 2));
        Calls all = Calls.of("updateGuild", MEMBER)
                .path("guild_id", guild.id())
                .body("{\"features\":[\"VERIFIED\",\"PARTNERED\",\"MORE_STICKERS\",\"INVITES_DISABLED\"]}");

        assertThat(guild.run(all).get("features")).extracting(JsonNode::asText).containsExactly("INVITES_DISABLED");
        assertThat(guild.run(Calls.of("updateGuild", MEMBER)
                                .path("guild_id", guild.id())
                                .body("{\"features\":[]}"))
                        .get("features"))
                .isEmpty();
    }

    @Test
    void onlyAdministratorsOpenAGuildToEverybody() {
        guild.join(MEMBER, "member", guild.role("Manager", Permission.MANAGE_GUILD.mask(), 2));
        for (String feature : List.of("DISCOVERABLE", "COMMUNITY", "VANITY_URL")) {
            String body = "{\"features\":[\"" + feature + "\"]}";
            assertThat(guild.refusal(Calls.of("updateGuild", MEMBER)
                            .path("guild_id", guild.id())
                            .body(body)))
                    .isEqualTo(50013);
            assertThat(guild.run(Calls.of("updateGuild", OWNER)
                                    .path("guild_id", guild.id())
                                    .body(body))
                            .get("features"))
                    .extracting(JsonNode::asText)
                    .containsExactly(feature);
        }
    }

    @Test
    void flagsWithoutAMeaningAreDropped() {
        assertThat(guild.run(Calls.of("updateGuild", OWNER)
                                .path("guild_id", guild.id())
                                .body("{\"system_channel_flags\":4194305}"))
                        .get("system_channel_flags")
                        .asLong())
                .isEqualTo(1);
    }

    @Test
    void strangersDoNotEvenLearnThatTheGuildExists() {
        assertThat(guild.refusal(Calls.of("getGuild", MEMBER).path("guild_id", guild.id())))
                .isEqualTo(10004);
        assertThat(guild.refusal(Calls.of("getGuildPreview", MEMBER).path("guild_id", guild.id())))
                .isEqualTo(10004);
    }

    @Test
    void onlyTheOwnerDeletesTheGuildAndNothingOfItStays() {
        guild.join(MEMBER, "member", guild.role("Admin", Permission.ADMINISTRATOR.mask(), 2));
        assertThat(guild.refusal(Calls.of("deleteGuild", MEMBER).path("guild_id", guild.id())))
                .isEqualTo(50001);
        List<Long> channels =
                guild.state().channels().stream().map(GuildChannel::id).toList();
        guild.run(Calls.of("deleteGuild", OWNER).path("guild_id", guild.id()));
        assertThat(guild.takeNames()).containsExactly("GUILD_DELETE");
        assertThat(guild.storage().row(Guilds.TABLE, guild.id())).isEmpty();
        assertThat(guild.storage().all(Channels.TABLE, guild.id())).isEmpty();
        assertThat(guild.storage().all(UserGuilds.TABLE, MEMBER)).isEmpty();
        assertThat(channels).isNotEmpty().allMatch(channel -> guild.storage()
                .row(ChannelPurges.TABLE, ChannelPurges.shard(channel), channel)
                .isPresent());
        assertThat(guild.reload().exists()).isFalse();
        assertThat(guild.refusal(get())).isEqualTo(10004);
    }

    private Calls get() {
        return Calls.of("getGuild", OWNER).path("guild_id", guild.id());
    }
}
