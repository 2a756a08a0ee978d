package io.guildhall.guild.linking;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.protobuf.ByteString;
import io.guildhall.guild.Town;
import io.guildhall.guild.kernel.actor.Keys;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.payload.Json;
import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.Caller;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.Internal;
import io.guildhall.model.rpc.Outcome;
import io.guildhall.model.rpc.RestCall;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.Channels;
import io.guildhall.model.table.catalogue.Guilds;
import io.guildhall.model.table.catalogue.Invites;
import io.guildhall.model.table.catalogue.Lobbies;
import io.guildhall.model.table.catalogue.MessageBucket;
import io.guildhall.model.table.catalogue.Messages;
import io.guildhall.model.table.catalogue.Users;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A lobby and a channel that hear each other. */
class LinkedChannelTest {
    private final Town town = new Town();
    private final long alice = town.person("alice");
    private final long bob = town.person("bob");
    private final long game = town.bot("game", alice);
    private final long guild = town.guild(alice);
    private final long channel = town.channel(guild);
    private final long lobby = lobby();

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void areShownWithEachOther() {
        JsonNode linked = Town.json(link(alice, lobby, channel));
        assertThat(linked.at("/linked_channel/id").asText()).isEqualTo(Town.text(channel));
        assertThat(linked.at("/linked_channel/name").asText()).isNotEmpty();
        assertThat(linkedLobby()).isEqualTo(lobby);
        JsonNode told = town.events("LOBBY_UPDATE").getFirst();
        assertThat(told.at("/linked_channel/id").asText()).isEqualTo(Town.text(channel));
        town.stage().restart();
        assertThat(Town.json(byGame("getLobby", lobby, Map.of(), "")).has("linked_channel"))
                .isTrue();

        JsonNode unlinked = Town.json(link(alice, lobby, 0));
        assertThat(unlinked.has("linked_channel")).isFalse();
        assertThat(linkedLobby()).isZero();
    }

    @Test
    void hearWhatIsSaidInTheOtherOnce() {
        Town.json(link(alice, lobby, channel));
        town.stage().takeSent();

        JsonNode said = Town.json(by(bob, "createLobbyMessage", lobby, Map.of(), "{\"content\":\"from the game\"}"));
        JsonNode heard = town.events("MESSAGE_CREATE").getFirst();
        assertThat(heard.path("id")).isEqualTo(said.path("id"));
        assertThat(heard.path("content").asText()).isEqualTo("from the game");
        assertThat(heard.at("/author/username").asText()).isEqualTo("bob");
        assertThat(heard.path("application_id").asText()).isEqualTo(Town.text(game));

        Town.json(town.rest(
                Keys.guild(guild),
                "createMessage",
                alice,
                Map.of("channel_id", Town.text(channel)),
                "",
                "{\"content\":\"from outside\"}"));
        JsonNode listed = Town.json(by(bob, "listLobbyMessages", lobby, Map.of(), ""));
        assertThat(listed).hasSize(2);
        assertThat(listed.at("/1/content").asText()).isEqualTo("from outside");
        assertThat(listed.at("/1/author/username").asText()).isEqualTo("alice");
        // Steps may come twice.
        step(
                Keys.guild(guild),
                LinkStep.SAID,
                LinkStep.body(channel, lobby)
                        .put("message_id", said.path("id").asText())
                        .put("author_id", Town.text(bob))
                        .put("content", "again")
                        .set("author", said.path("author")));
        long id = Long.parseUnsignedLong(said.path("id").asText());
        assertThat(town.rows()
                        .row(Messages.TABLE, channel, MessageBucket.of(id), id)
                        .orElseThrow()
                        .get(Messages.CONTENT))
                .isEqualTo("from the game");
        Town.json(link(alice, lobby, 0));
        by(bob, "createLobbyMessage", lobby, Map.of(), "{\"content\":\"to ourselves\"}");
        assertThat(town.events("MESSAGE_CREATE"))
                .noneMatch(event -> event.path("content").asText().equals("to ourselves"));
    }

    @Test
    void areHeardInTheChannelByItsRules() {
        Town.json(link(alice, lobby, channel));
        Town.json(inGuild("createAutoModerationRule", Map.of(), """
            {"name":"Rule","event_type":1,"trigger_type":1,"enabled":true,"trigger_metadata":{"keyword_filter":["bad"]},
             "actions":[{"type":1},{"type":3,"metadata":{"duration_seconds":60}}]}\
            """));
        assertThat(heard("all good")).isTrue();
        assertThat(heard("so bad")).as("of somebody who is no member").isFalse();
        assertThat(Town.json(by(bob, "listLobbyMessages", lobby, Map.of(), ""))).hasSize(2);
        assertThat(town.events("AUTO_MODERATION_ACTION_EXECUTION")).hasSize(2);

        town.join(guild, alice, bob);
        assertThat(heard("bad again")).isFalse();
        assertThat(heard("good")).as("of somebody who is timed out now").isFalse();
        inGuild("updateMember", Map.of("user_id", Town.text(bob)), "{\"communication_disabled_until\":null}");
        assertThat(heard("good")).isTrue();
        inGuild("createBan", Map.of("user_id", Town.text(bob)), "{}");
        assertThat(heard("good")).as("of somebody who is banned").isFalse();
        inGuild("deleteBan", Map.of("user_id", Town.text(bob)), "");

        inGuild("updateChannel", Map.of("channel_id", Town.text(channel)), "{\"rate_limit_per_user\":60}");
        assertThat(heard("first")).isTrue();
        assertThat(heard("too soon")).isFalse();
        town.clock().advance(Duration.ofMinutes(1));
        assertThat(heard("later")).isTrue();
    }

    @Test
    void areHeardInTheChannelAsFarAsAMessageGoes() {
        Town.json(link(alice, lobby, channel));
        String smile = Character.toString(0x1F600);
        assertThat(saidInChannel(smile.repeat(2000))).isEqualTo(smile.repeat(2000));
        assertThat(saidInChannel(smile.repeat(2001))).isEqualTo(smile.repeat(1999) + "\u2026");
        assertThat(Town.json(by(bob, "listLobbyMessages", lobby, Map.of(), ""))
                        .at("/1/content")
                        .asText())
                .isEqualTo(smile.repeat(2001));
    }

    @Test
    void areToldWhenTheyAreLinkedAndWhenNoMore() {
        Town.json(link(alice, lobby, channel));
        JsonNode linked = town.events("CHANNEL_UPDATE").getLast();
        assertThat(linked.at("/linked_lobby/lobby_id").asText()).isEqualTo(Town.text(lobby));
        Town.json(link(alice, lobby, 0));
        assertThat(town.events("CHANNEL_UPDATE").getLast().has("linked_lobby")).isFalse();
    }

    @Test
    void areAuditedWhenTheyAreLinkedAndWhenNoMore() {
        Town.json(link(alice, lobby, channel));
        JsonNode entry = town.events("GUILD_AUDIT_LOG_ENTRY_CREATE").getLast();
        assertThat(entry.path("action_type").asInt()).isEqualTo(11);
        assertThat(entry.path("user_id").asText()).isEqualTo(Town.text(alice));
        assertThat(entry.path("target_id").asText()).isEqualTo(Town.text(channel));
        assertThat(entry.at("/changes/0/key").asText()).isEqualTo("linked_lobby");
        assertThat(entry.at("/changes/0/new_value/lobby_id").asText()).isEqualTo(Town.text(lobby));
        byGame("deleteLobby", lobby, Map.of(), "");
        JsonNode ended = town.events("GUILD_AUDIT_LOG_ENTRY_CREATE").getLast();
        assertThat(ended.path("user_id").asText()).isEqualTo(Town.text(game));
        assertThat(ended.at("/changes/0/old_value/lobby_id").asText()).isEqualTo(Town.text(lobby));
    }

    @Test
    void areUnlinkedByWhoManagesTheChannelToo() {
        Town.json(link(alice, lobby, channel));
        town.join(guild, alice, bob);
        assertThat(Town.code(town.rest(
                        Keys.guild(guild), "unlinkChannel", bob, Map.of("channel_id", Town.text(channel)), "", "")))
                .isEqualTo(ErrorCode.MISSING_PERMISSIONS.number());
        assertThat(linkedLobby()).isEqualTo(lobby);
        JsonNode unlinked = Town.json(inGuild("unlinkChannel", Map.of("channel_id", Town.text(channel)), ""));
        assertThat(unlinked.has("linked_lobby")).isFalse();
        assertThat(linkedLobby()).isZero();
        assertThat(town.events("GUILD_AUDIT_LOG_ENTRY_CREATE")
                        .getLast()
                        .at("/changes/0/key")
                        .asText())
                .isEqualTo("linked_lobby");
        assertThat(Town.json(byGame("getLobby", lobby, Map.of(), "")).has("linked_channel"))
                .isFalse();
        assertThat(heard("to ourselves")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"nsfw\":true}", "{\"type\":5}"})
    void endWhenTheChannelMayNotBeLinkedAnyMore(String change) {
        Town.json(link(alice, lobby, channel));
        inGuild("updateChannel", Map.of("channel_id", Town.text(channel)), "{\"topic\":\"still\"}");
        assertThat(linkedLobby()).isEqualTo(lobby);
        inGuild("updateChannel", Map.of("channel_id", Town.text(channel)), change);
        assertThat(linkedLobby()).isZero();
        assertThat(Town.json(byGame("getLobby", lobby, Map.of(), "")).has("linked_channel"))
                .isFalse();
    }

    @Test
    void giveOneInviteInAnHour() {
        Town.json(link(alice, lobby, channel));
        String first = invite(bob);
        assertThat(invite(bob)).isEqualTo(first);
        long carol = town.person("carol");
        assertThat(invite(carol)).isNotEqualTo(first);
        assertThat(invite(bob)).isEqualTo(first);
        Town.json(town.rest(Keys.guild(guild), "acceptInvite", bob, Map.of("code", first), "", ""));
        String second = invite(bob);
        assertThat(second).as("the first one is used").isNotEqualTo(first);
        town.clock().advance(Duration.ofHours(1));
        assertThat(invite(bob)).isNotEqualTo(second);
    }

    @Test
    void areLinkedByThoseWhoMayAlone() {
        assertThat(Town.code(link(bob, lobby, channel))).isEqualTo(ErrorCode.MISSING_ACCESS.number());
        town.join(guild, alice, bob);
        assertThat(Town.code(link(bob, lobby, channel))).isEqualTo(ErrorCode.MISSING_PERMISSIONS.number());
        // In the guild they may, in the lobby not.
        byGame("putLobbyMember", lobby, Map.of("user_id", Town.text(alice)), "{\"flags\":null}");
        assertThat(Town.code(link(alice, lobby, channel))).isEqualTo(ErrorCode.MISSING_PERMISSIONS.number());
        byGame("putLobbyMember", lobby, Map.of("user_id", Town.text(alice)), "{\"flags\":1}");
        Town.json(link(alice, lobby, channel));
        assertThat(Town.code(link(alice, lobby(), channel))).isEqualTo(ErrorCode.INVALID_FORM_BODY.number());
        Town.json(link(alice, lobby, channel));
        // Who may in the lobby takes it back without a word in the guild.
        byGame("putLobbyMember", lobby, Map.of("user_id", Town.text(bob)), "{\"flags\":1}");
        Town.json(link(bob, lobby, 0));
    }

    @Test
    void areLinkedWithASecondFactorOnlyWhereTheGuildAsksForOne() {
        write(Write.to(Guilds.TABLE, guild).set(Guilds.MFA_LEVEL, 1L));
        town.stage().restart();
        assertThat(Town.code(link(alice, lobby, channel)))
                .isEqualTo(ErrorCode.TWO_FACTOR_AUTHENTICATION_IS_REQUIRED.number());

        write(Write.to(Users.TABLE, alice).set(Users.MFA_ENABLED, true));
        Town.json(link(alice, lobby, channel));
    }

    @Test
    void areTextForEverybodysAge() {
        write(Write.to(Channels.TABLE, guild, channel).set(Channels.NSFW, true));
        town.stage().restart();
        assertThat(Town.code(link(alice, lobby, channel)))
                .isEqualTo(ErrorCode.CANNOT_EXECUTE_ACTION_ON_THIS_CHANNEL_TYPE.number());
        long voice = town.rows().all(Channels.TABLE, guild).stream()
                .filter(row -> row.get(Channels.TYPE) == 2)
                .findFirst()
                .orElseThrow()
                .get(Channels.CHANNEL_ID);
        assertThat(Town.code(link(alice, lobby, voice)))
                .isEqualTo(ErrorCode.CANNOT_EXECUTE_ACTION_ON_THIS_CHANNEL_TYPE.number());
    }

    @Test
    void lobbiesThatPeopleJoinByASecretHaveNone() {
        long secret = town.nextId();
        Town.json(by(alice, "joinLobby", secret, Map.of(), "{\"secret\":\"x\"}"));
        byGame("putLobbyMember", secret, Map.of("user_id", Town.text(alice)), "{\"flags\":1}");
        assertThat(Town.code(link(alice, secret, channel))).isEqualTo(ErrorCode.INVALID_FORM_BODY.number());
    }

    @Test
    void endWithTheChannelTheGuildAndTheLobby() {
        Town.json(link(alice, lobby, channel));
        byGame("deleteLobby", lobby, Map.of(), "");
        assertThat(linkedLobby()).isZero();
        long second = lobby();
        Town.json(link(alice, second, channel));
        town.rest(Keys.guild(guild), "deleteGuild", alice, Map.of("guild_id", Town.text(guild)), "", "");
        assertThat(town.rows().row(Lobbies.TABLE, second).orElseThrow().has(Lobbies.LINKED_CHANNEL))
                .isFalse();
    }

    @Test
    void letMembersOfTheLobbyIn() {
        Town.json(link(alice, lobby, channel));
        Outcome made = step(
                Keys.guild(guild),
                "inviteFromLobby",
                LinkStep.body(channel, lobby).put("user_id", Town.text(bob)));
        String code = Town.json(made).path("code").asText();
        assertThat(town.rows().row(Invites.TABLE, code).orElseThrow().get(Invites.MAX_USES))
                .isEqualTo(1);
        long carol = town.person("carol");
        assertThat(Town.code(town.rest(Keys.guild(guild), "acceptInvite", carol, Map.of("code", code), "", "")))
                .isEqualTo(ErrorCode.UNKNOWN_INVITE.number());
        Town.json(town.rest(Keys.guild(guild), "acceptInvite", bob, Map.of("code", code), "", ""));
        Town.json(link(alice, lobby, 0));
        assertThat(Town.code(inviting(carol))).isEqualTo(ErrorCode.UNKNOWN_CHANNEL.number());
    }

    private String invite(long user) {
        return Town.json(inviting(user)).path("code").asText();
    }

    private Outcome inviting(long user) {
        JsonNode body = LinkStep.body(channel, lobby).put("user_id", Town.text(user));
        return step(Keys.guild(guild), "inviteFromLobby", body);
    }

    /** Whether what bob says in the lobby is said in the channel. */
    private boolean heard(String content) {
        return content.equals(saidInChannel(content));
    }

    private String saidInChannel(String content) {
        String id = Town.json(by(bob, "createLobbyMessage", lobby, Map.of(), "{\"content\":\"" + content + "\"}"))
                .path("id")
                .asText();
        long number = Long.parseUnsignedLong(id);
        return town.rows()
                .row(Messages.TABLE, channel, MessageBucket.of(number), number)
                .map(row -> row.get(Messages.CONTENT))
                .orElse("");
    }

    private Outcome inGuild(String operation, Map<String, String> path, String body) {
        Map<String, String> all = new HashMap<>(path);
        all.put("guild_id", Town.text(guild));
        return town.rest(Keys.guild(guild), operation, alice, all, "", body);
    }

    private void write(Write write) {
        town.rows().writeNow(List.of(write.build()));
    }

    /** As the api does it: the guild is asked first. */
    private Outcome link(long person, long lobby, long channel) {
        RestCall.Builder call = RestCall.newBuilder()
                .setOperation("linkLobbyChannel")
                .setCaller(Caller.newBuilder().setUserId(person).setApplicationId(game))
                .putPath("lobby_id", Town.text(lobby));
        if (channel == 0) {
            call.setBody(ByteString.copyFromUtf8("{}"));
        } else {
            Outcome asked = step(
                    Keys.guild(guild),
                    "mayLinkLobby",
                    LinkStep.body(channel, lobby).put("user_id", Town.text(person)));
            if (asked.hasFailure()) {
                return asked;
            }
            call.setForwarded(asked.getSuccess().getBody())
                    .setBody(ByteString.copyFromUtf8("{\"channel_id\":\"" + Town.text(channel) + "\"}"));
        }
        return town.stage()
                .run(Command.newBuilder()
                        .setActor(Keys.lobby(lobby))
                        .setRest(call)
                        .build());
    }

    private Outcome step(ActorKey actor, String step, JsonNode body) {
        return town.stage()
                .run(Command.newBuilder()
                        .setActor(actor)
                        .setInternal(Internal.newBuilder().setStep(step).setBody(Json.bytes(body)))
                        .build());
    }

    private long lobby() {
        long id = town.nextId();
        Town.json(byGame(
                "createLobby",
                id,
                Map.of(),
                "{\"members\":[{\"id\":\"%d\",\"flags\":1},{\"id\":\"%d\"}]}".formatted(alice, bob)));
        return id;
    }

    private Outcome byGame(String operation, long lobby, Map<String, String> path, String body) {
        return by(game, operation, lobby, path, body);
    }

    private Outcome by(long user, String operation, long lobby, Map<String, String> path, String body) {
        Map<String, String> all = new HashMap<>(path);
        all.put("lobby_id", Town.text(lobby));
        Caller caller =
                Caller.newBuilder().setUserId(user).setApplicationId(game).build();
        return town.rest(Keys.lobby(lobby), operation, caller, all, operation.startsWith("list") ? "{}" : "", body);
    }

    private long linkedLobby() {
        return town.rows().row(Channels.TABLE, guild, channel).orElseThrow().get(Channels.LINKED_LOBBY, 0L);
    }
}
