package io.guildhall.guild.session;

import static io.guildhall.guild.fakes.TestGuild.OWNER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.protobuf.ByteString;
import io.guildhall.guild.fakes.Calls;
import io.guildhall.guild.fakes.TestGuild;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.state.GuildChannel;
import io.guildhall.guild.state.MemberEdits;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.gateway.Intent;
import io.guildhall.model.payload.ChannelType;
import io.guildhall.model.payload.Json;
import io.guildhall.model.rpc.AttachSessions;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.DetachSessions;
import io.guildhall.model.rpc.Event;
import io.guildhall.model.rpc.RequestMembers;
import io.guildhall.model.rpc.Session;
import io.guildhall.model.rpc.SessionRef;
import io.guildhall.model.rpc.UpdatePresence;
import io.guildhall.model.rpc.UpdateVoiceState;
import java.util.List;
import org.junit.jupiter.api.Test;

class GuildSessionsTest {
    private static final long MEMBER = 2_000_001;

    private final TestGuild guild = new TestGuild();

    @Test
    void aNewSessionReceivesTheGuildAndThenPresencesAreTold() {
        List<Event> pulled = attach(OWNER, Intent.ALL);
        assertThat(pulled).extracting(Event::getName).containsExactly("GUILD_CREATE");
        assertThat(guild.takeNames()).containsExactly("PRESENCE_UPDATE");
        JsonNode payload = Json.parse(pulled.getFirst().getPayload());
        assertThat(payload.get("members")).hasSize(1);
        assertThat(payload.get("presences")).hasSize(1);
        assertThat(payload.get("channels")).hasSize(4);
        assertThat(payload.get("unavailable").asBoolean()).isFalse();
    }

    @Test
    void activeThreadsThatShowAreInTheGuildWithWhatOneIsInThem() {
        guild.join(MEMBER, "member");
        long talk = guild.channel("talk");
        for (int type : List.of(11, 12)) {
            guild.run(Calls.of("createThread", OWNER)
                    .path("channel_id", talk)
                    .body("{\"name\":\"x\",\"type\":" + type + "}"));
        }
        JsonNode threads =
                Json.parse(attach(OWNER, Intent.ALL).getFirst().getPayload()).get("threads");
        assertThat(threads).hasSize(2);
        assertThat(threads.get(0).get("member").get("user_id").asLong()).isEqualTo(OWNER);
        JsonNode others =
                Json.parse(attach(MEMBER, Intent.ALL).getFirst().getPayload()).get("threads");
        assertThat(others).singleElement().satisfies(thread -> {
            assertThat(thread.get("type").asInt()).isEqualTo(11);
            assertThat(thread.has("member")).isFalse();
        });
    }

    @Test
    void withoutIntentsAboutMembersOnlyOneselfIsInTheGuild() {
        guild.join(MEMBER, "member");
        JsonNode payload =
                Json.parse(attach(OWNER, Intent.GUILDS.bit()).getFirst().getPayload());
        assertThat(payload.get("members")).hasSize(1);
        assertThat(payload.get("member_count").asInt()).isEqualTo(2);
        assertThat(payload.get("presences")).isEmpty();
    }

    @Test
    void withoutTheGuildsIntentNothingIsSaidAboutTheGuild() {
        assertThat(attach(OWNER, Intent.GUILD_MESSAGES.bit())).isEmpty();
    }

    @Test
    void whoIsNoMemberMayNotListen() {
        assertThatThrownBy(() -> attach(MEMBER, Intent.ALL)).isInstanceOf(ApiException.class);
    }

    @Test
    void theMostPresentOfAUsersSessionsCounts() {
        attach(OWNER, Intent.ALL);
        guild.takeEvents();
        presence("{\"status\":\"idle\",\"activities\":[]}");
        assertThat(first("PRESENCE_UPDATE").get("status").asText()).isEqualTo("idle");
        presence("{\"status\":\"invisible\",\"activities\":[]}");
        assertThat(first("PRESENCE_UPDATE").get("status").asText()).isEqualTo("offline");
        assertThat(guild.state().presences().onlineCount()).isZero();
    }

    @Test
    void anUnchangedPresenceIsNotToldAgain() {
        attach(OWNER, Intent.ALL);
        guild.takeEvents();
        presence("{\"status\":\"online\",\"activities\":[]}");
        assertThat(guild.takeNames()).isEmpty();
    }

    @Test
    void membersAreToldByIdWithThoseNotFound() {
        guild.join(MEMBER, "member");
        JsonNode chunk = request(
                RequestMembers.newBuilder().addUserIds(MEMBER).addUserIds(5).setNonce("n"));
        assertThat(chunk.get("members")).hasSize(1);
        assertThat(chunk.get("not_found").get(0).asText()).isEqualTo("5");
        assertThat(chunk.get("nonce").asText()).isEqualTo("n");
        assertThat(chunk.get("chunk_count").asInt()).isEqualTo(1);
    }

    @Test
    void everybodyIsToldOnlyWithTheMembersIntent() {
        guild.join(MEMBER, "member");
        RequestMembers.Builder everybody =
                RequestMembers.newBuilder().setQuery("").setLimit(0);
        assertThat(request(everybody).get("members")).hasSize(1);
        assertThat(request(everybody.setIntents(Intent.GUILD_MEMBERS.bit())).get("members"))
                .hasSize(2);
    }

    @Test
    void manyMembersComeInChunksOfAThousand() {
        for (int index = 0; index < 1_000; index++) {
            guild.join(3_000_000 + index, "user" + index);
        }
        List<JsonNode> chunks = chunks(RequestMembers.newBuilder().setQuery("").setIntents(Intent.GUILD_MEMBERS.bit()));
        assertThat(chunks).hasSize(2);
        assertThat(chunks.get(0).get("members")).hasSize(1_000);
        assertThat(chunks.get(1).get("chunk_index").asInt()).isEqualTo(1);
    }

    @Test
    void whoJoinsAVoiceChannelIsToldToThoseWhoSeeTheChannelAndThenLearnsOfTheServer() {
        attach(OWNER, Intent.ALL);
        guild.takeEvents();
        voice(channel(ChannelType.GUILD_VOICE));
        List<Event> events = guild.takeEvents();
        assertThat(events).extracting(Event::getName).containsExactly("VOICE_STATE_UPDATE", "$VOICE_STATE");
        assertThat(events.getFirst().getChannelId()).isEqualTo(channel(ChannelType.GUILD_VOICE));
        assertThat(Json.parse(events.getFirst().getPayload()).has("member")).isTrue();
        assertThat(events.getLast().getOnlyUsersList()).containsExactly(OWNER);
        voice(0);
        assertThat(first("VOICE_STATE_UPDATE").get("channel_id").isNull()).isTrue();
    }

    @Test
    void aTextChannelIsNoVoiceChannel() {
        attach(OWNER, Intent.ALL);
        guild.takeEvents();
        voice(channel(ChannelType.GUILD_TEXT));
        assertThat(guild.takeNames()).isEmpty();
    }

    @Test
    void aSessionThatEndsLeavesVoiceAndGoesOffline() {
        attach(OWNER, Intent.ALL);
        voice(channel(ChannelType.GUILD_VOICE));
        guild.takeEvents();
        guild.run(Command.newBuilder().setDetach(DetachSessions.newBuilder().addSessions(ref(OWNER))));
        assertThat(guild.takeNames()).containsExactly("VOICE_STATE_UPDATE", "$VOICE_STATE", "PRESENCE_UPDATE");
        assertThat(guild.state().audience().isEmpty()).isTrue();
    }

    @Test
    void aMemberWhoIsRemovedLeavesVoice() {
        attach(OWNER, Intent.ALL);
        voice(channel(ChannelType.GUILD_VOICE));
        new MemberEdits(guild.state(), new Changes()).remove(guild.state().member(OWNER));
        assertThat(guild.state().voice().all()).isEmpty();
    }

    /** What is told to the session alone. */
    /** Whatever else a client says about its voice, others hear these, and of this kind. */
    @Test
    void aVoiceStateIsMadeOfItsOwnFields() {
        attach(OWNER, Intent.ALL);
        guild.takeEvents();
        voice(channel(ChannelType.GUILD_VOICE));

        JsonNode state = first("VOICE_STATE_UPDATE");
        assertThat(state.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder(
                        "guild_id",
                        "channel_id",
                        "user_id",
                        "member",
                        "session_id",
                        "deaf",
                        "mute",
                        "self_deaf",
                        "self_mute",
                        "self_video",
                        "self_stream",
                        "suppress",
                        "request_to_speak_timestamp");
        for (String flag : List.of("deaf", "mute", "self_deaf", "self_mute", "self_video", "self_stream", "suppress")) {
            assertThat(state.get(flag).isBoolean()).as(flag).isTrue();
        }
    }

    private List<Event> attach(long user, long intents) {
        return pulled(Command.newBuilder()
                .setAttach(AttachSessions.newBuilder()
                        .addSessions(Session.newBuilder()
                                .setRef(ref(user))
                                .setUserId(user)
                                .setBot(true)
                                .setIntents(intents))));
    }

    private List<Event> pulled(Command.Builder command) {
        return guild.tickets(command).stream()
                .flatMap(ticket -> guild.pull(ticket).stream())
                .toList();
    }

    private void presence(String json) {
        guild.run(Command.newBuilder()
                .setPresence(UpdatePresence.newBuilder()
                        .setSession(ref(OWNER))
                        .setUserId(OWNER)
                        .setPresence(ByteString.copyFromUtf8(json))));
    }

    private void voice(long channel) {
        guild.run(Command.newBuilder()
                .setVoiceState(UpdateVoiceState.newBuilder()
                        .setSession(ref(OWNER))
                        .setUserId(OWNER)
                        .setSessionId("session")
                        .setChannelId(channel)));
    }

    private JsonNode request(RequestMembers.Builder request) {
        return chunks(request).getFirst();
    }

    private List<JsonNode> chunks(RequestMembers.Builder request) {
        return pulled(Command.newBuilder()
                        .setRequestMembers(request.setSession(ref(OWNER)).setUserId(OWNER)))
                .stream()
                .map(event -> Json.parse(event.getPayload()))
                .toList();
    }

    private JsonNode first(String name) {
        return guild.takeEvents().stream()
                .filter(event -> event.getName().equals(name))
                .findFirst()
                .map(event -> Json.parse(event.getPayload()))
                .orElseThrow();
    }

    private long channel(ChannelType type) {
        return guild.state().channels().stream()
                .filter(channel -> channel.type() == type)
                .findFirst()
                .map(GuildChannel::id)
                .orElseThrow();
    }

    private static SessionRef ref(long user) {
        return SessionRef.newBuilder().setGateway("gateway").setNumber(user).build();
    }
}
