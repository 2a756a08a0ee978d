package io.guildhall.guild.follow;

import static io.guildhall.guild.fakes.TestGuild.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.fakes.Calls;
import io.guildhall.guild.fakes.TestGuild;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import io.guildhall.model.rpc.Event;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.catalogue.ChannelFollowers;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A guild whose own channels follow one of its own: it sends itself what it would send to others. */
class FollowingTest {
    private final TestGuild guild = new TestGuild();
    private final long news = announcements();
    private final long general = guild.channel("general");

    @Test
    void aChannelThatFollowsSaysSoAndHasAWebhookWithoutAToken() {
        JsonNode answer = follow(general);
        assertThat(answer.get("channel_id").asText()).isEqualTo(Snowflake.format(news));
        List<Event> told = guild.takeEvents();
        assertThat(told)
                .extracting(Event::getName)
                .containsExactly("WEBHOOKS_UPDATE", "MESSAGE_CREATE", "GUILD_AUDIT_LOG_ENTRY_CREATE");
        JsonNode notice = Json.parse(told.get(1).getPayload());
        assertThat(notice.get("type").asInt()).isEqualTo(12);
        assertThat(notice.get("content").asText()).isEqualTo("Guild #news");
        assertThat(notice.at("/message_reference/channel_id").asText()).isEqualTo(Snowflake.format(news));
        assertThat(notice.at("/message_reference").has("message_id")).isFalse();

        JsonNode webhook = guild.run(Calls.of("listChannelWebhooks", OWNER).path("channel_id", general))
                .get(0);
        assertThat(webhook.get("id")).isEqualTo(answer.get("webhook_id"));
        assertThat(webhook.get("type").asInt()).isEqualTo(2);
        assertThat(webhook.has("token")).isFalse();
        assertThat(webhook.at("/source_channel/name").asText()).isEqualTo("news");
        assertThat(webhook.at("/source_guild/name").asText()).isEqualTo("Guild");
    }

    @Test
    void noForumFollowsNeitherFromTheBeginningNorBecauseTheWebhookIsMovedThere() {
        long forum = guild.run(Calls.of("createChannel", OWNER)
                        .path("guild_id", guild.id())
                        .body("{\"name\":\"forum\",\"type\":15}"))
                .get("id")
                .asLong();
        int refused = ErrorCode.CANNOT_EXECUTE_ACTION_ON_THIS_CHANNEL_TYPE.number();
        String webhook = follow(general).get("webhook_id").asText();
        assertThat(guild.refusal(Calls.of("updateWebhook", OWNER)
                        .path("webhook_id", webhook)
                        .body("{\"channel_id\":\"%d\"}".formatted(forum))))
                .isEqualTo(refused);
        long other = guild.channel("other");
        guild.run(Calls.of("updateWebhook", OWNER)
                .path("webhook_id", webhook)
                .body("{\"channel_id\":\"%d\"}".formatted(other)));
    }

    @Test
    void whatIsPublishedIsWrittenByTheFollowersWebhookAndMentionsNobody() {
        String webhook = follow(general).get("webhook_id").asText();
        long source = send("Hear @everyone: <@" + OWNER + ">");
        assertThat(copies()).isEmpty();
        publish(source);
        JsonNode copy = copies().getFirst();
        assertThat(copy.get("content").asText()).startsWith("Hear @everyone");
        assertThat(copy.get("flags").asInt()).isEqualTo(2);
        assertThat(copy.get("webhook_id").asText()).isEqualTo(webhook);
        assertThat(copy.at("/author/username").asText()).isEqualTo("Guild #news");
        assertThat(copy.at("/message_reference/message_id").asLong()).isEqualTo(source);
        assertThat(copy.at("/message_reference/guild_id").asText()).isEqualTo(Snowflake.format(guild.id()));
        assertThat(copy.get("mention_everyone").asBoolean()).isFalse();
        assertThat(copy.get("mentions")).isEmpty();
        assertThat(guild.refusal(crosspost(source))).isEqualTo(ErrorCode.THIS_MESSAGE_WAS_ALREADY_CROSSPOSTED.number());
    }

    @Test
    void whatIsNotPublishedStaysWhereItIs() {
        follow(general);
        long plain = send("not news");
        edit(plain, "still not");
        delete(plain);
        assertThat(copies()).isEmpty();
        long poll = guild.run(
                        Calls.of("createMessage", OWNER)
                                .path("channel_id", news)
                                .body(
                                        "{\"poll\":{\"question\":{\"text\":\"a\"},\"answers\":[{\"poll_media\":{\"text\":\"b\"}}]}}"))
                .get("id")
                .asLong();
        assertThat(guild.refusal(crosspost(poll))).isEqualTo(ErrorCode.INVALID_MESSAGE_TYPE.number());
    }

    @Test
    void editsAndDeletionsReachTheCopies() {
        follow(general);
        long source = send("first");
        publish(source);
        long copy = copies().getFirst().get("id").asLong();
        edit(source, "second");
        JsonNode edited = copies().getFirst();
        assertThat(edited.get("id").asLong()).isEqualTo(copy);
        assertThat(edited.get("content").asText()).isEqualTo("second");
        assertThat(edited.get("edited_timestamp").isNull()).isFalse();
        delete(source);
        JsonNode left = copies().getFirst();
        assertThat(left.get("id").asLong()).isEqualTo(copy);
        assertThat(left.get("flags").asInt()).isEqualTo(2 + 8);
        assertThat(left.get("content").asText()).isEqualTo("[Original Message Deleted]");
    }

    @Test
    void aCopyThatIsDeletedInTheFollowingChannelDoesNotComeBack() {
        follow(general);
        long source = send("first");
        publish(source);
        long copy = copies().getFirst().get("id").asLong();
        guild.run(Calls.of("deleteMessage", OWNER).path("channel_id", general).path("message_id", copy));
        guild.takeEvents();
        edit(source, "second");
        assertThat(copies()).isEmpty();
    }

    @Test
    void aChannelStopsFollowingWhenItsWebhookIsDeleted() {
        String webhook = follow(general).get("webhook_id").asText();
        guild.run(Calls.of("deleteWebhook", OWNER).path("webhook_id", webhook));
        long source = send("to nobody");
        publish(source);
        assertThat(copies()).isEmpty();
        assertThat(guild.storage()
                        .read(
                                ChannelFollowers.TABLE,
                                Read.from(ChannelFollowers.TABLE, news).build()))
                .isEmpty();
    }

    @Test
    void moreFollowersThanOnePieceOfWorkTellsAllHearOfIt() {
        int followers = 0;
        while (followers < PublishMessage.PIECE + 10) {
            long channel = guild.channel("channel-" + followers);
            for (int webhook = 0; webhook < 15; webhook++) {
                follow(channel);
                followers++;
            }
            assertThat(guild.refusal(following(channel)))
                    .isEqualTo(ErrorCode.MAXIMUM_NUMBER_OF_WEBHOOKS_REACHED.number());
        }
        guild.takeEvents();
        publish(send("to all"));
        assertThat(guild.takeEvents().stream()
                        .filter(event -> event.getName().equals("MESSAGE_CREATE") && event.getChannelId() != news))
                .hasSize(followers);
    }

    private long announcements() {
        JsonNode channel = guild.run(
                Calls.of("createChannel", OWNER).path("guild_id", guild.id()).body("{\"name\":\"news\",\"type\":5}"));
        guild.takeEvents();
        return channel.get("id").asLong();
    }

    private Calls following(long channel) {
        return Calls.of("followChannel", OWNER)
                .path("channel_id", channel)
                .body("{\"webhook_channel_id\":\"" + channel + "\"}")
                .forwarded(
                        "{\"source_guild\":{\"id\":\"%d\",\"name\":\"Guild\",\"icon\":null},\"source_channel\":{\"id\":\"%d\",\"name\":\"news\"}}"
                                .formatted(guild.id(), news));
    }

    private JsonNode follow(long channel) {
        return guild.run(following(channel));
    }

    private long send(String content) {
        long id = guild.run(Calls.of("createMessage", OWNER)
                        .path("channel_id", news)
                        .body("{\"content\":\"" + content + "\"}"))
                .get("id")
                .asLong();
        guild.takeEvents();
        return id;
    }

    private Calls crosspost(long message) {
        return Calls.of("crosspostMessage", OWNER).path("channel_id", news).path("message_id", message);
    }

    private void publish(long message) {
        assertThat(guild.run(crosspost(message)).get("flags").asInt()).isEqualTo(1);
    }

    private void edit(long message, String content) {
        guild.run(Calls.of("updateMessage", OWNER)
                .path("channel_id", news)
                .path("message_id", message)
                .body("{\"content\":\"" + content + "\"}"));
    }

    private void delete(long message) {
        guild.run(Calls.of("deleteMessage", OWNER).path("channel_id", news).path("message_id", message));
    }

    /** The messages of general that events told of since the last time. */
    private List<JsonNode> copies() {
        return guild.takeEvents().stream()
                .filter(event -> event.getName().startsWith("MESSAGE_") && event.getChannelId() == general)
                .map(event -> Json.parse(event.getPayload()))
                .toList();
    }
}
