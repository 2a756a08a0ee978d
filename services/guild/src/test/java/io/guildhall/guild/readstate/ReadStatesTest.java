package io.guildhall.guild.readstate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.Town;
import io.guildhall.guild.kernel.actor.Keys;
import io.guildhall.guild.kernel.actor.Stage.Sent;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.rpc.AttachSessions;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.Outcome;
import io.guildhall.model.table.catalogue.ReadStates;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReadStatesTest {
    private final Town town = new Town();
    private final long alice = town.person("alice");
    private final long bob = town.person("bob");
    private final long guild = town.guild(alice);
    private final long channel = town.channel(guild);

    ReadStatesTest() {
        town.join(guild, alice, bob);
        town.stage().takeSent();
    }

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void whatIsReadIsToldToTheReadersSessionsAndKept() {
        long message = write(alice, "hello");
        town.stage().takeSent();

        assertThat(Town.json(ack(bob, channel, message, "{\"token\":null,\"last_viewed\":3000}"))
                        .get("token")
                        .isNull())
                .isTrue();

        List<Sent> sent = town.stage().takeSent();
        assertThat(sent).extracting(event -> event.event().getName()).containsExactly("MESSAGE_ACK");
        assertThat(sent.getFirst().actor()).isEqualTo(Keys.user(bob));
        town.stage().restart();
        JsonNode state = state(bob, channel);
        assertThat(state.path("last_message_id").asText()).isEqualTo(Town.text(message));
        assertThat(state.path("last_viewed").asInt()).isEqualTo(3000);
        assertThat(state.path("mention_count").asInt()).isZero();
    }

    @Test
    void whatIsReadAgainIsNoNews() {
        long message = write(alice, "hello");
        ack(bob, channel, message, "{}");
        town.stage().takeSent();

        ack(bob, channel, message, "{}");
        ack(bob, channel, message - 1, "{}");

        assertThat(town.stage().takeSent()).isEmpty();
    }

    @Test
    void aChannelIsMarkedUnreadByHandWithItsMentions() {
        long first = write(alice, "one");
        long mention = write(alice, "<@" + bob + ">");
        ack(bob, channel, mention, "{}");

        ack(bob, channel, first, "{\"manual\":true,\"mention_count\":1}");
        assertThat(mentions(bob)).isEqualTo(1);
        assertThat(state(bob, channel).path("last_message_id").asText()).isEqualTo(Town.text(first));

        town.clock().advance(Duration.ofSeconds(1));
        write(alice, "<@" + bob + ">");
        assertThat(mentions(bob)).isEqualTo(2);
    }

    @Test
    void mentionsByNameCountForThosePeopleWhoSeeThem() {
        write(alice, "<@" + bob + "> and <@" + alice + ">");
        write(alice, "<@" + bob + "> <@" + bob + ">");

        assertThat(mentions(bob)).isEqualTo(2);
        assertThat(mentions(alice)).isZero();
        town.stage().restart();
        assertThat(mentions(bob)).isEqualTo(2);
    }

    @Test
    void aMentionThatIsToldTwiceOrLateCountsOnce() {
        long first = write(alice, "<@" + bob + ">");
        long second = write(alice, "<@" + bob + ">");
        tellMention(first);
        assertThat(mentions(bob)).isEqualTo(2);

        ack(bob, channel, first, "{}");
        tellMention(first);
        assertThat(mentions(bob)).isEqualTo(1);

        ack(bob, channel, second, "{}");
        assertThat(mentions(bob)).isZero();
    }

    @Test
    void moreMentionsThanAreKeptByIdCountAllTheSame() {
        ReadState state = ReadState.unread(1);
        for (long message = 1; message <= 250; message++) {
            state = state.mentionedBy(message).mentionedBy(message);
        }
        assertThat(state.mentionCount()).isEqualTo(250);
        assertThat(state.readTo(240).mentionCount()).isEqualTo(10);
    }

    @Test
    void whoeverWritesHasReadAndIsNotToldSo() {
        write(alice, "<@" + bob + ">");
        town.stage().takeSent();

        long own = write(bob, "yes?");

        assertThat(town.stage().takeSent())
                .extracting(event -> event.event().getName())
                .containsExactly("MESSAGE_CREATE");
        assertThat(mentions(bob)).isZero();
        assertThat(state(bob, channel).path("last_message_id").asText()).isEqualTo(Town.text(own));
    }

    @Test
    void whatMentionsManyIsWrittenOnceAndCountedForWhoeverComes() {
        write(alice, "@everyone come");
        long second = write(alice, "@everyone again, <@" + bob + ">");
        assertThat(town.rows().all(ReadStates.TABLE, bob)).hasSize(1);

        assertThat(mentions(bob)).isEqualTo(2);
        assertThat(mentions(alice)).isZero();
        ack(bob, channel, second, "{}");
        assertThat(mentions(bob)).isZero();
    }

    @Test
    void mentionsOfRolesCountForTheirBearers() {
        long role = Long.parseLong(Town.json(town.rest(
                        Keys.guild(guild),
                        "createRole",
                        alice,
                        Map.of("guild_id", Town.text(guild)),
                        "",
                        "{\"name\":\"x\"}"))
                .path("id")
                .asText());
        write(alice, "<@&" + role + ">");
        assertThat(mentions(bob)).isZero();
        write(alice, "<@&" + guild + "> @everyone");
        assertThat(mentions(bob)).isEqualTo(1);
    }

    @Test
    void whatMentionedEveryoneBeforeSomebodyCameIsNotForThem() {
        write(alice, "@everyone come");
        town.clock().advance(Duration.ofSeconds(1));
        long carol = town.person("carol");
        town.join(guild, alice, carol);

        assertThat(mentions(carol)).isZero();
    }

    @Test
    void aMentionOfEveryoneThatIsDeletedCountsForNobody() {
        long message = write(alice, "@everyone come");
        Town.json(town.rest(
                Keys.guild(guild),
                "deleteMessage",
                alice,
                Map.of("channel_id", Town.text(channel), "message_id", Town.text(message)),
                "",
                ""));

        assertThat(mentions(bob)).isZero();
    }

    @Test
    void nobodyReadsWhatTheyDoNotSee() {
        long stranger = town.person("stranger");

        assertThat(Town.code(ack(stranger, channel, 5, "{}"))).isEqualTo(ErrorCode.MISSING_ACCESS.number());
        assertThat(Town.code(ack(bob, 123, 5, "{}"))).isEqualTo(ErrorCode.UNKNOWN_CHANNEL.number());
        assertThat(bulk(stranger, channel, 5).hasSuccess()).isTrue();
        assertThat(town.rows().all(ReadStates.TABLE, stranger)).isEmpty();
        assertThat(Town.code(call("ackGuild", stranger, Map.of("guild_id", Town.text(guild)), "")))
                .isEqualTo(ErrorCode.UNKNOWN_GUILD.number());
        assertThat(Town.code(call("ackPins", stranger, Map.of("channel_id", Town.text(channel)), "")))
                .isEqualTo(ErrorCode.MISSING_ACCESS.number());
    }

    @Test
    void manyChannelsAreReadAtOnce() {
        long message = write(alice, "<@" + bob + ">");

        assertThat(bulk(bob, channel, message).getSuccess().getStatus()).isEqualTo(204);

        assertThat(state(bob, channel).path("last_message_id").asText()).isEqualTo(Town.text(message));
        long next = write(alice, "<@" + bob + ">");
        bulk(bob, channel, next);
        assertThat(mentions(bob)).isZero();
    }

    @Test
    void aWholeGuildIsRead() {
        long message = write(alice, "@everyone <@" + bob + ">");

        assertThat(call("ackGuild", bob, Map.of("guild_id", Town.text(guild)), "")
                        .getSuccess()
                        .getStatus())
                .isEqualTo(204);

        assertThat(state(bob, channel).path("last_message_id").asText()).isEqualTo(Town.text(message));
        assertThat(mentions(bob)).isZero();
    }

    @Test
    void pinsAreSeen() {
        town.stage().takeSent();

        call("ackPins", bob, Map.of("channel_id", Town.text(channel)), "");

        assertThat(town.stage().takeSent())
                .extracting(event -> event.event().getName())
                .containsExactly("CHANNEL_PINS_ACK");
        assertThat(state(bob, channel).path("last_pin_timestamp").asText()).startsWith("20");
    }

    @Test
    void whatIsForgottenIsGone() {
        ack(bob, channel, write(alice, "x"), "{}");

        assertThat(call("deleteReadState", bob, Map.of("channel_id", Town.text(channel)), "")
                        .getSuccess()
                        .getStatus())
                .isEqualTo(204);

        assertThat(state(bob, channel).isMissingNode()).isTrue();
        town.stage().restart();
        assertThat(state(bob, channel).isMissingNode()).isTrue();
    }

    private long write(long author, String content) {
        return Long.parseLong(Town.json(town.rest(
                        Keys.guild(guild),
                        "createMessage",
                        author,
                        Map.of("channel_id", Town.text(channel)),
                        "",
                        "{\"content\":\"" + content + "\"}"))
                .path("id")
                .asText());
    }

    private Outcome ack(long reader, long where, long message, String body) {
        return call(
                "ackMessage", reader, Map.of("channel_id", Town.text(where), "message_id", Town.text(message)), body);
    }

    private Outcome bulk(long reader, long where, long message) {
        return call(
                "ackBulk",
                reader,
                Map.of(),
                "{\"read_states\":[{\"channel_id\":\"" + where + "\",\"message_id\":\"" + message + "\"}]}");
    }

    private Outcome call(String operation, long caller, Map<String, String> path, String body) {
        return town.rest(Keys.user(caller), operation, caller, path, "", body);
    }

    private void tellMention(long message) {
        town.stage()
                .run(ChannelAccess.step(
                        Keys.user(bob),
                        "mentioned",
                        Map.of(
                                "channel_id",
                                Town.text(channel),
                                "message_id",
                                Town.text(message),
                                "author_id",
                                Town.text(alice))));
    }

    private int mentions(long reader) {
        return state(reader, channel).path("mention_count").asInt();
    }

    private JsonNode state(long reader, long where) {
        JsonNode ready = Town.json(town.stage()
                .run(Command.newBuilder()
                        .setActor(Keys.user(reader))
                        .setAttach(AttachSessions.getDefaultInstance())
                        .build()));
        for (JsonNode state : ready.path("read_state")) {
            if (state.path("id").asText().equals(Town.text(where))) {
                return state;
            }
        }
        return ready.path("none");
    }
}
