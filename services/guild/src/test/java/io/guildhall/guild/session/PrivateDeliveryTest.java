package io.guildhall.guild.session;

import static io.guildhall.guild.fakes.TestGuild.OWNER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.fakes.Calls;
import io.guildhall.guild.fakes.TestGuild;
import io.guildhall.guild.state.GuildSnapshot;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.gateway.Intent;
import io.guildhall.model.payload.Json;
import io.guildhall.model.rpc.AttachSessions;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.Event;
import io.guildhall.model.rpc.RequestChannelInfo;
import io.guildhall.model.rpc.RequestMembers;
import io.guildhall.model.rpc.RequestSounds;
import io.guildhall.model.rpc.Session;
import io.guildhall.model.rpc.SessionRef;
import io.guildhall.model.rpc.Ticket;
import java.util.List;
import org.junit.jupiter.api.Test;

class PrivateDeliveryTest {
    private final TestGuild guild = new TestGuild();

    @Test
    void theGuildIsPulledByTicketAndTravelsOnNoSharedStream() {
        Ticket ticket = attach(bot(OWNER, Intent.ALL)).getFirst();
        assertThat(ticket.getSession()).isEqualTo(ref(OWNER));
        assertThat(guild.takeNames()).containsExactly("PRESENCE_UPDATE");
        List<Event> pulled = guild.pull(ticket);
        assertThat(pulled).extracting(Event::getName).containsExactly("GUILD_CREATE");
        JsonNode payload = Json.parse(pulled.getFirst().getPayload());
        assertThat(payload.get("members")).hasSize(1);
        assertThat(payload.get("presences")).hasSize(1);
        assertThat(payload.get("channels")).hasSize(4);
        assertThat(payload.get("roles")).hasSize(1);
        assertThat(payload.get("name").asText()).isEqualTo("Guild");
        assertThat(payload.get("unavailable").asBoolean()).isFalse();
        assertThat(payload.get("member_count").asInt()).isEqualTo(1);
        for (String list : List.of(
                "emojis",
                "stickers",
                "threads",
                "voice_states",
                "stage_instances",
                "guild_scheduled_events",
                "soundboard_sounds")) {
            assertThat(payload.get(list).isArray()).as(list).isTrue();
        }
    }

    @Test
    void aGuildThatIsEnteredSaysNothingOfBecomingAvailable() {
        Command.Builder entered = Command.newBuilder()
                .setAttach(AttachSessions.newBuilder()
                        .addSessions(session(OWNER, Intent.ALL))
                        .setEntered(true));
        JsonNode payload = Json.parse(
                guild.pull(guild.tickets(entered).getFirst()).getFirst().getPayload());
        assertThat(payload.has("unavailable")).isFalse();
        assertThat(payload.get("name").asText()).isEqualTo("Guild");
    }

    @Test
    void whatIsPulledIsTheGuildAsItWasAtTheTicketsPosition() {
        Ticket ticket = attach(session(OWNER, Intent.ALL)).getFirst();
        guild.channel("later");
        guild.role("later", 0, 1);
        guild.join(2_000_001, "later");
        JsonNode payload = Json.parse(guild.pull(ticket).getFirst().getPayload());
        assertThat(payload.get("channels")).hasSize(4);
        assertThat(payload.get("roles")).hasSize(1);
        assertThat(payload.get("member_count").asInt()).isEqualTo(1);
        assertThat(Json.parse(guild.pull(attach(session(OWNER, Intent.ALL)).getFirst())
                                .getFirst()
                                .getPayload())
                        .get("channels"))
                .hasSize(5);
    }

    @Test
    void whoDoesNotHearOfGuildsGetsNoTicket() {
        assertThat(attach(session(OWNER, Intent.GUILD_MESSAGES.bit()))).isEmpty();
    }

    @Test
    void ofChannelsNothingIsToldThatAClientMadeUp() {
        guild.run(
                Calls.of("createChannel", OWNER).path("guild_id", guild.id()).body("{\"name\":\"voice\",\"type\":2}"));
        Command.Builder question = Command.newBuilder()
                .setRequestChannelInfo(RequestChannelInfo.newBuilder()
                        .setSession(ref(OWNER))
                        .setUserId(OWNER)
                        .addFields("status")
                        .addFields("id")
                        .addFields("x".repeat(3_000)));
        JsonNode told = Json.parse(
                guild.pull(guild.tickets(question).getFirst()).getFirst().getPayload());
        for (JsonNode channel : told.get("channels")) {
            assertThat(channel.fieldNames()).toIterable().containsExactlyInAnyOrder("id", "status");
            assertThat(channel.get("id").isTextual()).isTrue();
        }
        assertThat(told.get("channels").isEmpty()).isFalse();
    }

    @Test
    void membersAndSoundsArePulledToo() {
        Command.Builder members = Command.newBuilder()
                .setRequestMembers(RequestMembers.newBuilder()
                        .setSession(ref(OWNER))
                        .setUserId(OWNER)
                        .addUserIds(OWNER));
        Command.Builder sounds =
                Command.newBuilder().setRequestSounds(RequestSounds.newBuilder().setSession(ref(OWNER)));
        assertThat(guild.pull(guild.tickets(members).getFirst()))
                .extracting(Event::getName)
                .containsExactly("GUILD_MEMBERS_CHUNK");
        assertThat(guild.pull(guild.tickets(sounds).getFirst()))
                .extracting(Event::getName)
                .containsExactly("SOUNDBOARD_SOUNDS");
        assertThat(guild.takeEvents()).isEmpty();
    }

    @Test
    void aSessionThatAsksAgainAndAgainIsRefusedUntilItPulls() {
        Command.Builder question =
                Command.newBuilder().setRequestSounds(RequestSounds.newBuilder().setSession(ref(OWNER)));
        Ticket first = guild.tickets(question).getFirst();
        for (int more = 1; more < 8; more++) {
            guild.tickets(question);
        }
        assertThatThrownBy(() -> guild.tickets(question)).isInstanceOf(ApiException.class);
        guild.pull(first);
        assertThat(guild.tickets(question)).hasSize(1);
    }

    @Test
    void membersOfALargeGuildAreToldToBotsAsFarAsThereIsRoom() {
        for (int member = 0; member < 6_000; member++) {
            long id = 3_000_000 + member;
            guild.join(id, "somebody" + member);
            attach(session(id, Intent.ALL));
        }
        Event creation = guild.pull(attach(bot(OWNER, Intent.ALL)).getFirst()).getFirst();
        JsonNode payload = Json.parse(creation.getPayload());
        assertThat(creation.getPayload().size())
                .isBetween(CreationMembers.BUDGET / 2, CreationMembers.BUDGET + (100 << 10));
        assertThat(payload.get("presences").size()).isBetween(2_000, 5_999);
        assertThat(payload.get("large").asBoolean()).isTrue();
        JsonNode person =
                Json.parse(guild.pull(attach(session(OWNER, Intent.ALL)).getFirst())
                        .getFirst()
                        .getPayload());
        assertThat(person.get("members")).hasSize(1);
        assertThat(person.get("presences")).isEmpty();
    }

    @Test
    void whatARefusedCommandChangedCanBeTakenBack() {
        GuildSnapshot before = guild.state().snapshot();
        guild.run(Calls.of("updateGuild", OWNER).path("guild_id", guild.id()).body("{\"name\":\"Other\"}"));
        guild.join(2_000_001, "member");
        guild.channel("more");
        guild.state().restore(before);
        assertThat(guild.state().properties().name()).isEqualTo("Guild");
        assertThat(guild.state().findMember(2_000_001)).isEmpty();
        assertThat(guild.state().channels()).hasSize(4);
    }

    private List<Ticket> attach(Session session) {
        return guild.tickets(
                Command.newBuilder().setAttach(AttachSessions.newBuilder().addSessions(session)));
    }

    private static Session bot(long user, long intents) {
        return session(user, intents).toBuilder().setBot(true).build();
    }

    private static Session session(long user, long intents) {
        return Session.newBuilder()
                .setRef(ref(user))
                .setUserId(user)
                .setIntents(intents)
                .build();
    }

    private static SessionRef ref(long user) {
        return SessionRef.newBuilder().setGateway("gateway").setNumber(user).build();
    }
}
