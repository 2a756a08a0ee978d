package io.guildhall.guild.mention;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.Town;
import io.guildhall.guild.kernel.actor.Keys;
import io.guildhall.model.payload.Json;
import io.guildhall.model.permission.Permission;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.Internal;
import io.guildhall.model.rpc.Outcome;
import io.guildhall.model.table.catalogue.Mentions;
import io.guildhall.model.table.catalogue.MessageBucket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MentionsTest {
    private final Town town = new Town();
    private final long alice = town.person("alice");
    private final long bob = town.person("bob");
    private final long guild = town.guild(alice);
    private final long channel = town.channel(guild);

    MentionsTest() {
        town.join(guild, alice, bob);
        town.stage().takeSent();
    }

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void areListedTheNewestFirstWithTheirGuild() {
        long first = write("<@" + bob + "> one");
        write("nothing");
        long second = write("@everyone two");
        long third = write("<@" + bob + "> and @everyone three");

        List<JsonNode> listed = listed("{}");

        assertThat(ids(listed)).containsExactly(third, second, first);
        assertThat(listed.getFirst().path("guild_id").asText()).isEqualTo(Town.text(guild));
        assertThat(listed.getFirst().at("/author/username").asText()).isEqualTo("alice");
        assertThat(ids(listed("{\"limit\":1}"))).containsExactly(third);
        assertThat(ids(listed("{\"before\":\"" + third + "\"}"))).containsExactly(second, first);
        assertThat(ids(listed("{\"everyone\":false}"))).containsExactly(third, first);
        assertThat(ids(listed("{\"guild_id\":\"5\"}"))).isEmpty();
        assertThat(ids(listed("{\"guild_id\":\"" + guild + "\"}"))).hasSize(3);
        assertThat(ids(listOf(alice, "{}"))).isEmpty();
        town.stage().restart();
        assertThat(ids(listed("{}"))).containsExactly(third, second, first);
    }

    @Test
    void ofRolesAreForTheirBearers() {
        String role = Town.json(byAlice("createRole", Map.of("guild_id", Town.text(guild)), "{\"name\":\"x\"}"))
                .path("id")
                .asText();
        long message = write("<@&" + role + ">");
        assertThat(listed("{}")).isEmpty();
        byAlice("addMemberRole", Map.of("guild_id", Town.text(guild), "user_id", Town.text(bob), "role_id", role), "");
        assertThat(ids(listed("{}"))).containsExactly(message);
        assertThat(listed("{\"roles\":false}")).isEmpty();
    }

    @Test
    void areGoneWithTheirMessagesAndSayWhatTheySayNow() {
        long gone = write("<@" + bob + "> one");
        long kept = write("<@" + bob + "> two");
        byAlice("deleteMessage", Map.of("channel_id", Town.text(channel), "message_id", Town.text(gone)), "");
        byAlice(
                "updateMessage",
                Map.of("channel_id", Town.text(channel), "message_id", Town.text(kept)),
                "{\"content\":\"other\"}");

        List<JsonNode> listed = listed("{}");

        assertThat(ids(listed)).containsExactly(kept);
        assertThat(listed.getFirst().path("content").asText()).isEqualTo("other");
    }

    @Test
    void whatMayNotBeReadAnyMoreIsNotShown() {
        long message = write("<@" + bob + "> and @everyone");
        for (Permission lost : List.of(Permission.VIEW_CHANNEL, Permission.READ_MESSAGE_HISTORY)) {
            deny(lost.mask());
            assertThat(listed("{}")).as(lost.name()).isEmpty();
            deny(0);
            assertThat(ids(listed("{}"))).containsExactly(message);
        }
        Town.json(town.rest(Keys.guild(guild), "leaveGuild", bob, Map.of("guild_id", Town.text(guild)), "", ""));
        assertThat(listed("{}")).isEmpty();
    }

    @Test
    void whatIsDismissedStaysSoThoughItIsToldAgain() {
        long named = write("<@" + bob + ">");
        long many = write("@everyone");
        town.stage().takeSent();

        for (long message : List.of(named, many)) {
            assertThat(dismiss(message).getSuccess().getStatus()).isEqualTo(204);
            assertThat(town.events("RECENT_MENTION_DELETE"))
                    .extracting(event -> event.path("message_id").asText())
                    .containsExactly(Town.text(message));
            dismiss(message);
            assertThat(town.stage().takeSent()).as("once").isEmpty();
        }

        tellAgain(named);
        assertThat(listed("{}")).isEmpty();
    }

    @Test
    void whatIsTooOldOrNotSaidYetIsNotWrittenDown() {
        long old = town.nextId();
        town.clock().advance(Duration.ofDays(21));
        long later = town.nextId() + (Duration.ofDays(1).toMillis() << 22);
        for (long message : List.of(old, later, 5L)) {
            assertThat(dismiss(message).hasSuccess()).isTrue();
            assertThat(town.rows().all(Mentions.TABLE, bob, MessageBucket.of(message)))
                    .isEmpty();
        }
        assertThat(town.stage().takeSent()).isEmpty();
    }

    @Test
    void moreAreLookedThroughThanOneAskBrings() {
        long first = write("<@" + bob + "> first");
        long other = town.guild(alice);
        long hidden = town.channel(other);
        town.join(other, alice, bob);
        for (int index = 0; index < 120; index++) {
            write(other, hidden, "<@" + bob + ">");
        }
        byAlice(
                other,
                "setOverwrite",
                Map.of("channel_id", Town.text(hidden), "overwrite_id", Town.text(other)),
                "{\"type\":0,\"deny\":\"" + Permission.VIEW_CHANNEL.mask() + "\"}");

        assertThat(ids(listed("{}"))).containsExactly(first);
    }

    private void deny(long permissions) {
        byAlice(
                "setOverwrite",
                Map.of("channel_id", Town.text(channel), "overwrite_id", Town.text(guild)),
                "{\"type\":0,\"deny\":\"" + permissions + "\"}");
    }

    private void tellAgain(long message) {
        Command again = Command.newBuilder()
                .setActor(Keys.user(bob))
                .setInternal(Internal.newBuilder()
                        .setStep("mentioned")
                        .setBody(Json.bytes(Json.object()
                                .put("channel_id", Town.text(channel))
                                .put("message_id", Town.text(message))
                                .put("author_id", Town.text(alice))
                                .put("guild_id", Town.text(guild)))))
                .build();
        assertThat(town.stage().run(again).hasSuccess()).isTrue();
    }

    private Outcome dismiss(long message) {
        return town.rest(Keys.user(bob), "deleteMention", bob, Map.of("message_id", Town.text(message)), "", "");
    }

    private long write(String content) {
        return write(guild, channel, content);
    }

    private long write(long home, long where, String content) {
        town.clock().advance(Duration.ofSeconds(1));
        return Town.json(byAlice(
                        home,
                        "createMessage",
                        Map.of("channel_id", Town.text(where)),
                        "{\"content\":\"" + content + "\"}"))
                .path("id")
                .asLong();
    }

    private Outcome byAlice(String operation, Map<String, String> path, String body) {
        return byAlice(guild, operation, path, body);
    }

    private Outcome byAlice(long home, String operation, Map<String, String> path, String body) {
        return town.rest(Keys.guild(home), operation, alice, path, "", body);
    }

    private List<JsonNode> listed(String query) {
        return listOf(bob, query);
    }

    private List<JsonNode> listOf(long person, String query) {
        return Town.json(town.rest(Keys.user(person), "listMentions", person, Map.of(), query, ""))
                .valueStream()
                .toList();
    }

    private static List<Long> ids(List<JsonNode> messages) {
        return messages.stream().map(message -> message.path("id").asLong()).toList();
    }
}
