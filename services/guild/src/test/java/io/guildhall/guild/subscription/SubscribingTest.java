package io.guildhall.guild.subscription;

import static io.guildhall.guild.fakes.TestGuild.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.protobuf.ByteString;
import io.guildhall.guild.channel.GuildPlace;
import io.guildhall.guild.fakes.Calls;
import io.guildhall.guild.fakes.TestGuild;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.ChangesView;
import io.guildhall.guild.typing.TriggerTyping;
import io.guildhall.model.gateway.Intent;
import io.guildhall.model.payload.ChannelType;
import io.guildhall.model.payload.Json;
import io.guildhall.model.rpc.AttachSessions;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.Event;
import io.guildhall.model.rpc.JoiningSession;
import io.guildhall.model.rpc.Session;
import io.guildhall.model.rpc.SessionRef;
import io.guildhall.model.rpc.Subscribe;
import io.guildhall.model.rpc.Subscription;
import io.guildhall.model.rpc.UpdatePresence;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SubscribingTest {
    private static final long MEMBER = 2_000_001;
    private static final Subscription LOOKS =
            Subscription.newBuilder().setTyping(true).addMembers(MEMBER).build();
    private static final int MORE_THAN_A_FEW = 251;
    private static final String PLAYS = """
            {"status":"online","activities":[{"name":"a game","type":0}]}""";

    private final TestGuild guild = new TestGuild();
    private final List<String> heard = new ArrayList<>();

    @Test
    void aPersonAsksForWhatItLooksAtAndForNothingBefore() {
        attach(person());
        assertThat(joined().getTopicsList()).isEmpty();

        subscribe(LOOKS);
        assertThat(joined().getTopicsList()).containsExactlyInAnyOrder(Topic.presenceOf(MEMBER), Topic.TYPING);

        subscribe(Subscription.getDefaultInstance());
        assertThat(joined().getTopicsList()).isEmpty();
    }

    @Test
    void noMemberThatAPersonNamesStandsForEverybody() {
        attach(person());
        subscribe(Subscription.newBuilder()
                .addAllMembers(List.of(1L, 2L, ~Topic.PRESENCES, ~Topic.TYPING, ~Topic.MEMBERS, Long.MAX_VALUE))
                .build());
        assertThat(joined().getTopicsList()).containsExactly(Topic.presenceOf(1), Topic.presenceOf(2));
    }

    @Test
    void aBotAsksByItsIntentsWhateverItSays() {
        attach(person().setBot(true).setIntents(Intent.GUILD_PRESENCES.bit() | Intent.GUILD_MEMBERS.bit()));
        subscribe(LOOKS);
        assertThat(joined().getTopicsList()).containsExactly(Topic.PRESENCES, Topic.MEMBERS);
    }

    @Test
    void aPersonMayAskForAllThatMembersDo() {
        attach(person());
        subscribe(Subscription.newBuilder().setMemberUpdates(true).build());
        assertThat(joined().getTopicsList()).containsExactly(Topic.MEMBERS);
    }

    @Test
    void whoComesLeavesAndChangesIsForThoseWhoAskAndForTheMemberItself() {
        guild.hear(event -> {
            if (event.getName().startsWith("GUILD_MEMBER_")) {
                assertThat(event.getTopicsList()).containsExactly(Topic.MEMBERS, MEMBER, Topic.presenceOf(MEMBER));
                heard.add(event.getName());
            }
        });
        guild.join(MEMBER, "member");
        guild.run(Calls.of("updateMember", OWNER)
                .path("guild_id", guild.id())
                .path("user_id", MEMBER)
                .body("{\"nick\":\"another\"}"));
        guild.run(Calls.of("kickMember", OWNER).path("guild_id", guild.id()).path("user_id", MEMBER));
        assertThat(heard).containsExactly("GUILD_MEMBER_ADD", "GUILD_MEMBER_UPDATE", "GUILD_MEMBER_REMOVE");
    }

    @Test
    void aSessionThatComesBackLooksAtWhatItLookedAt() {
        guild.tickets(Command.newBuilder()
                .setAttach(AttachSessions.newBuilder()
                        .addSessions(person())
                        .setResumeAfter(guild.state().audience().position())
                        .addSubscriptions(
                                Subscribe.newBuilder().setSession(ref()).setSubscription(LOOKS))));
        assertThat(joined().getTopicsList()).contains(Topic.TYPING);
        assertThat(joined().getSubscription()).isEqualTo(LOOKS);
    }

    @Test
    void aSessionThatIsNotHereIsPassedOver() {
        subscribe(LOOKS);
        assertThat(guild.state().audience().isEmpty()).isTrue();
    }

    @Test
    void presencesAndTypingAreForThoseWhoAsk() {
        attach(person());
        Event presence = guild.takeEvents().getFirst();
        assertThat(presence.getName()).isEqualTo("PRESENCE_UPDATE");
        assertThat(presence.getTopicsList()).containsExactly(Topic.PRESENCES, OWNER, Topic.presenceOf(OWNER));

        long channel = guild.state().channels().stream()
                .filter(any -> any.type() == ChannelType.GUILD_TEXT)
                .findFirst()
                .orElseThrow()
                .id();
        Changes changes = new Changes();
        new TriggerTyping()
                .handle(
                        new GuildPlace(guild.state(), channel),
                        Calls.of("triggerTyping", OWNER)
                                .path("channel_id", channel)
                                .call(),
                        changes);
        Event typing = new ChangesView(changes).events().getFirst();
        assertThat(typing.getName()).isEqualTo("TYPING_START");
        assertThat(typing.getTopicsList()).containsExactly(Topic.TYPING);
    }

    @Test
    void aPersonIsGreetedWithItselfAlone() {
        guild.join(MEMBER, "member");
        List<Event> pulled =
                guild
                        .tickets(Command.newBuilder()
                                .setAttach(AttachSessions.newBuilder().addSessions(person())))
                        .stream()
                        .flatMap(ticket -> guild.pull(ticket).stream())
                        .toList();
        JsonNode created = Json.parse(pulled.getFirst().getPayload());
        assertThat(created.get("members")).hasSize(1);
        assertThat(created.get("presences")).isEmpty();
        assertThat(created.get("member_count").asInt()).isEqualTo(2);
    }

    @Test
    void whoAsksForActivitiesHearsOfAllThatMembersDo() {
        attach(person());
        subscribe(LOOKS.toBuilder().setActivities(true).build());
        assertThat(joined().getTopicsList()).containsExactlyInAnyOrder(MEMBER, Topic.TYPING);
    }

    @Test
    void inALargeGuildWhatMembersMerelyDoIsForThoseWhoAskForIt() {
        attach(person());
        guild.takeEvents();
        assertThat(plays().getTopicsList()).containsExactly(Topic.PRESENCES, OWNER, Topic.presenceOf(OWNER));

        update("{\"status\":\"online\",\"activities\":[]}");
        for (int count = 1; count < MORE_THAN_A_FEW; count++) {
            guild.join(MEMBER + count, "member" + count);
        }
        guild.takeEvents();
        assertThat(plays().getTopicsList()).containsExactly(Topic.PRESENCES, OWNER);

        update("{\"status\":\"idle\",\"activities\":[]}");
        assertThat(guild.takeEvents().getLast().getTopicsList())
                .containsExactly(Topic.PRESENCES, OWNER, Topic.presenceOf(OWNER));
    }

    private Event plays() {
        update(PLAYS);
        return guild.takeEvents().getLast();
    }

    private void update(String presence) {
        guild.run(Command.newBuilder()
                .setPresence(UpdatePresence.newBuilder()
                        .setSession(ref())
                        .setUserId(OWNER)
                        .setPresence(ByteString.copyFromUtf8(presence))));
    }

    private void attach(Session.Builder session) {
        guild.tickets(Command.newBuilder().setAttach(AttachSessions.newBuilder().addSessions(session)));
    }

    private void subscribe(Subscription subscription) {
        guild.run(Command.newBuilder()
                .setSubscribe(Subscribe.newBuilder().setSession(ref()).setSubscription(subscription)));
    }

    private JoiningSession joined() {
        return guild.state().audience().find(ref()).orElseThrow();
    }

    private static Session.Builder person() {
        return Session.newBuilder().setRef(ref()).setUserId(OWNER).setIntents(-1);
    }

    private static SessionRef ref() {
        return SessionRef.newBuilder().setGateway("gateway").setNumber(OWNER).build();
    }
}
