package io.guildhall.guild.channel;

import static io.guildhall.guild.fakes.TestGuild.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.fakes.Calls;
import io.guildhall.guild.fakes.TestGuild;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.permission.Permission;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.AttachmentMarks;
import io.guildhall.model.table.catalogue.ChannelPurges;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChannelOperationsTest {
    private static final long MEMBER = 2_000_001;

    private final TestGuild guild = new TestGuild();

    @Test
    void aChannelInACategoryBeginsWithTheCategorysOverwrites() {
        String category = create("{\"name\":\"Area\",\"type\":4,\"permission_overwrites\":" + "[{\"id\":\"" + guild.id()
                        + "\",\"type\":0,\"deny\":\"1024\"}]}")
                .get("id")
                .asText();
        JsonNode channel = create("{\"name\":\"Some Room\",\"parent_id\":\"" + category + "\"}");
        assertThat(channel.get("name").asText()).isEqualTo("some-room");
        assertThat(channel.get("permission_overwrites")).hasSize(1);
        assertThat(guild.takeNames())
                .containsExactly(
                        "CHANNEL_CREATE",
                        "GUILD_AUDIT_LOG_ENTRY_CREATE",
                        "CHANNEL_CREATE",
                        "GUILD_AUDIT_LOG_ENTRY_CREATE");
    }

    @Test
    void onlyACategoryIsAParent() {
        long text = guild.channel("text");
        assertThat(guild.refusal(Calls.of("createChannel", OWNER)
                        .path("guild_id", guild.id())
                        .body("{\"name\":\"below\",\"parent_id\":\"" + text + "\"}")))
                .isEqualTo(50035);
    }

    @Test
    void aTextChannelBecomesAnAnnouncementChannelButNoVoiceChannel() {
        long text = guild.channel("text");
        assertThat(update(text, "{\"type\":5,\"topic\":\"News\"}").get("type").asInt())
                .isEqualTo(5);
        assertThat(guild.refusal(Calls.of("updateChannel", OWNER)
                        .path("channel_id", text)
                        .body("{\"type\":2}")))
                .isEqualTo(50035);
    }

    @Test
    void fieldsThatTheBodyDoesNotNameStay() {
        long text = guild.channel("text");
        update(text, "{\"topic\":\"Kept\",\"rate_limit_per_user\":5}");
        JsonNode changed = update(text, "{\"name\":\"renamed\"}");
        assertThat(changed.get("topic").asText()).isEqualTo("Kept");
        assertThat(update(text, "{\"topic\":null}").get("topic").isNull()).isTrue();
    }

    @Test
    void theChannelsOfADeletedCategoryStay() {
        String category = create("{\"name\":\"Area\",\"type\":4}").get("id").asText();
        long child = Snowflake.parse(create("{\"name\":\"child\",\"parent_id\":\"" + category + "\"}")
                .get("id")
                .asText());
        guild.takeEvents();
        guild.run(Calls.of("deleteChannel", OWNER).path("channel_id", category));
        assertThat(guild.state().channel(child).parentId()).isZero();
        assertThat(guild.takeNames())
                .containsExactly("CHANNEL_UPDATE", "CHANNEL_DELETE", "GUILD_AUDIT_LOG_ENTRY_CREATE");
    }

    @Test
    void theMessagesOfADeletedChannelAreAskedToBeRemovedWithTheDeletion() {
        long text = guild.channel("text");
        assertThat(purgeOf(text)).isEmpty();

        guild.run(Calls.of("deleteChannel", OWNER).path("channel_id", text));

        assertThat(guild.storage().row(AttachmentMarks.TABLE, AttachmentMarks.shard(text), text, AttachmentMarks.ALL))
                .hasValueSatisfying(
                        mark -> assertThat(mark.get(AttachmentMarks.GONE)).isTrue());
        assertThat(purgeOf(text)).hasValueSatisfying(purge -> {
            assertThat(purge.get(ChannelPurges.GUILD_ID)).isEqualTo(guild.id());
            assertThat(purge.get(ChannelPurges.REQUESTED_AT))
                    .isEqualTo(guild.clock().millis());
        });
    }

    private Optional<RowView> purgeOf(long channel) {
        return guild.storage().row(ChannelPurges.TABLE, ChannelPurges.shard(channel), channel);
    }

    @Test
    void whoMayNotSeeAChannelIsRefusedByAccessAndWhoMayNotManageItByPermission() {
        long text = guild.channel("text");
        guild.join(MEMBER, "member");
        assertThat(guild.refusal(Calls.of("updateChannel", MEMBER)
                        .path("channel_id", text)
                        .body("{\"name\":\"mine\"}")))
                .isEqualTo(50013);
        overwrite(text, guild.id(), "{\"type\":0,\"deny\":\"1024\"}");
        assertThat(guild.refusal(Calls.of("getChannel", MEMBER).path("channel_id", text)))
                .isEqualTo(50001);
    }

    @Test
    void nobodySetsWhatTheyMayNotDoThemselves() {
        long text = guild.channel("text");
        guild.join(MEMBER, "member", guild.role("Roles", Permission.MANAGE_ROLES.mask(), 2));
        String body = "{\"type\":0,\"allow\":\"" + Permission.BAN_MEMBERS.mask() + "\"}";
        assertThat(guild.refusal(Calls.of("setOverwrite", MEMBER)
                        .path("channel_id", text)
                        .path("overwrite_id", guild.id())
                        .body(body)))
                .isEqualTo(50013);
    }

    @Test
    void overwritesAreSetChangedAndTakenAway() {
        long text = guild.channel("text");
        overwrite(text, guild.id(), "{\"type\":0,\"deny\":\"2048\"}");
        overwrite(text, guild.id(), "{\"type\":0,\"allow\":\"2048\"}");
        assertThat(guild.state().channel(text).overwriteList()).singleElement().satisfies(overwrite -> {
            assertThat(overwrite.allow()).isEqualTo("2048");
            assertThat(overwrite.deny()).isEqualTo("0");
        });
        Calls delete =
                Calls.of("deleteOverwrite", OWNER).path("channel_id", text).path("overwrite_id", guild.id());
        guild.run(delete);
        assertThat(guild.refusal(delete)).isEqualTo(10009);
    }

    @Test
    void channelsMoveAndTakeTheOverwritesOfTheirNewCategory() {
        String category = create("{\"name\":\"Area\",\"type\":4,\"permission_overwrites\":" + "[{\"id\":\"" + guild.id()
                        + "\",\"type\":0,\"deny\":\"2048\"}]}")
                .get("id")
                .asText();
        long text = guild.channel("text");
        guild.run(Calls.of("updateChannelPositions", OWNER)
                .path("guild_id", guild.id())
                .body("[{\"id\":\"%d\",\"position\":7,\"parent_id\":\"%s\",\"lock_permissions\":true}]"
                        .formatted(text, category)));
        assertThat(guild.state().channel(text).position()).isEqualTo(7);
        assertThat(guild.state().channel(text).overwriteList()).hasSize(1);
    }

    @Test
    void oneChannelAtATimeMovesToAnotherCategory() {
        String category = create("{\"name\":\"Area\",\"type\":4}").get("id").asText();
        long first = guild.channel("first");
        long second = guild.channel("second");
        String both = "[{\"id\":\"%d\",\"position\":3,\"parent_id\":\"%s\"},{\"id\":\"%d\",\"parent_id\":\"%s\"}]"
                .formatted(first, category, second, category);
        guild.takeEvents();

        assertThat(guild.refusal(positions(both))).isEqualTo(40009);
        assertThat(guild.state().channel(first).parentId()).isZero();
        assertThat(guild.takeEvents()).isEmpty();

        guild.run(positions("[{\"id\":\"%d\",\"parent_id\":\"%s\"}]".formatted(first, category)));
        guild.run(positions(both));
        assertThat(guild.state().channel(second).parentId()).isEqualTo(Snowflake.parse(category));
    }

    @Test
    void aCommunityKeepsTheChannelsThatItNeedsAndThemAsTextChannels() {
        long rules = guild.channel("rules");
        String named = "\"rules_channel_id\":\"%d\"".formatted(rules);
        Calls delete = Calls.of("deleteChannel", OWNER).path("channel_id", rules);
        Calls announce =
                Calls.of("updateChannel", OWNER).path("channel_id", rules).body("{\"type\":5}");
        guild.run(settings("{\"features\":[\"COMMUNITY\"]," + named + "}"));

        assertThat(guild.refusal(delete)).isEqualTo(50074);
        assertThat(guild.refusal(announce)).isEqualTo(50086);

        guild.run(settings("{\"features\":[]}"));
        guild.run(announce);
        guild.run(delete);
        assertThat(guild.state().findChannel(rules)).isEmpty();
    }

    private Calls settings(String body) {
        return Calls.of("updateGuild", OWNER).path("guild_id", guild.id()).body(body);
    }

    private Calls positions(String body) {
        return Calls.of("updateChannelPositions", OWNER)
                .path("guild_id", guild.id())
                .body(body);
    }

    @Test
    void anUnknownChannelIsUnknown() {
        assertThat(guild.refusal(Calls.of("getChannel", OWNER).path("channel_id", 5)))
                .isEqualTo(10003);
    }

    private JsonNode create(String body) {
        return guild.run(
                Calls.of("createChannel", OWNER).path("guild_id", guild.id()).body(body));
    }

    private JsonNode update(long channel, String body) {
        return guild.run(
                Calls.of("updateChannel", OWNER).path("channel_id", channel).body(body));
    }

    private void overwrite(long channel, long target, String body) {
        guild.run(Calls.of("setOverwrite", OWNER)
                .path("channel_id", channel)
                .path("overwrite_id", target)
                .body(body));
    }
}
