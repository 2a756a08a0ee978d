package io.guildhall.guild.thread;

import static io.guildhall.guild.fakes.TestGuild.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.protobuf.ByteString;
import io.guildhall.guild.fakes.Calls;
import io.guildhall.model.payload.Json;
import io.guildhall.model.permission.Permission;
import io.guildhall.model.rpc.AttachSessions;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.DetachSessions;
import io.guildhall.model.rpc.Event;
import io.guildhall.model.rpc.JoiningSession;
import io.guildhall.model.rpc.Session;
import io.guildhall.model.rpc.SessionRef;
import io.guildhall.model.rpc.Subscribe;
import io.guildhall.model.rpc.Subscription;
import io.guildhall.model.rpc.UpdatePresence;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ThreadLookTest extends ThreadTestBase {
    private static final int PUBLIC = 11;
    private static final int PRIVATE = 12;
    private static final String LIST = "THREAD_MEMBER_LIST_UPDATE";
    private static final long VIEW = Permission.VIEW_CHANNEL.mask();
    private static final Subscription THREADS =
            Subscription.newBuilder().setThreads(true).build();

    private final long open = standalone(PUBLIC, MEMBER);
    private final long closed = standalone(PRIVATE, OWNER);

    @BeforeEach
    void comes() {
        attach(AttachSessions.newBuilder());
    }

    @Test
    void whoAsksForThreadsIsToldOfAllThatShowOnceAndOfNoChannels() {
        JsonNode sync = only(look(THREADS), "THREAD_LIST_SYNC");
        assertThat(sync.get("guild_id").asLong()).isEqualTo(guild.id());
        assertThat(sync.has("channel_ids")).isFalse();
        assertThat(sync.get("threads")).extracting(ThreadTestBase::id).containsExactly(open);
        assertThat(sync.get("members"))
                .extracting(own -> own.get("id").asLong())
                .containsExactly(open);
        assertThat(look(THREADS)).isEmpty();
        assertThat(look(Subscription.getDefaultInstance())).isEmpty();
        assertThat(look(THREADS)).hasSize(1);
    }

    @Test
    void whoLostTheAnswerAsksAgain() {
        look(looksAt(open).toBuilder().setThreads(true).build());
        Subscribe again = subscribe(looksAt(open).toBuilder().setThreads(true).build())
                .setAgain(true)
                .build();
        assertThat(pulled(again)).extracting(Event::getName).containsExactly("THREAD_LIST_SYNC", LIST);
    }

    @Test
    void whoBeginsToLookAtAThreadIsToldWhoIsInIt() {
        JsonNode list = only(look(looksAt(open)), LIST);
        assertThat(list.get("guild_id").asLong()).isEqualTo(guild.id());
        assertThat(list.get("thread_id").asLong()).isEqualTo(open);
        assertThat(list.get("members")).hasSize(1);
        JsonNode member = list.get("members").get(0);
        assertThat(member.get("id").asLong()).isEqualTo(open);
        assertThat(member.get("user_id").asLong()).isEqualTo(MEMBER);
        assertThat(member.get("join_timestamp").isTextual()).isTrue();
        assertThat(member.get("flags").isInt()).isTrue();
        assertThat(member.get("member").get("user").get("id").asLong()).isEqualTo(MEMBER);
        assertThat(member.get("presence").get("status").asText()).isEqualTo("online");
        assertThat(look(looksAt(open))).isEmpty();
        assertThat(told()).isEmpty();
    }

    @Test
    void whoComesGoesAndChangesIsToldToThoseWhoLook() {
        look(looksAt(open));
        guild.run(Calls.of("joinThread", OTHER).path("channel_id", open));
        Event event = told().getFirst();
        assertThat(event.getTopicsList()).containsExactly(open).isSubsetOf(topics());
        assertThat(event.getChannelId()).isEqualTo(channel);
        assertThat(event.getPassing()).isTrue();
        assertThat(users(event)).containsExactly(MEMBER, OTHER);

        guild.run(Calls.of("updateMember", OWNER)
                .path("guild_id", guild.id())
                .path("user_id", OTHER)
                .body("{\"nick\":\"another\"}"));
        assertThat(member(told().getFirst(), 1).get("member").get("nick").asText())
                .isEqualTo("another");

        say("idle");
        assertThat(member(told().getFirst(), 0).get("presence").get("status").asText())
                .isEqualTo("idle");

        guild.run(Calls.of("kickMember", OWNER).path("guild_id", guild.id()).path("user_id", OTHER));
        assertThat(users(told().getFirst())).containsExactly(MEMBER);
    }

    @Test
    void whatIsSaidInAThreadTellsNothingOfWhoIsInIt() {
        look(looksAt(open));
        send(open, MEMBER, "text");
        assertThat(told()).isEmpty();
    }

    @Test
    void nothingIsToldOfAThreadThatNobodyLooksAt() {
        guild.run(Calls.of("joinThread", OTHER).path("channel_id", open));
        assertThat(told()).isEmpty();
        look(looksAt(open));
        look(Subscription.getDefaultInstance());
        guild.run(Calls.of("leaveThread", OTHER).path("channel_id", open));
        assertThat(told()).isEmpty();
        look(looksAt(open));
        guild.run(Command.newBuilder().setDetach(DetachSessions.newBuilder().addSessions(ref())));
        guild.run(Calls.of("joinThread", OTHER).path("channel_id", open));
        assertThat(told()).isEmpty();
    }

    @Test
    void aListIsToldAgainOnlyAfterAMoment() {
        look(looksAt(open));
        guild.run(Calls.of("joinThread", OTHER).path("channel_id", open));
        assertThat(told()).hasSize(1);
        guild.run(Calls.of("leaveThread", OTHER).path("channel_id", open));
        guild.takeEvents();
        guild.runLaters();
        assertThat(lists()).isEmpty();
        assertThat(told()).hasSize(1);
    }

    @Test
    void aThreadThatDoesNotShowIsLookedAtByNobody() {
        assertThat(look(looksAt(closed, guild.id(), 7))).isEmpty();
        assertThat(topics()).isEmpty();
        guild.run(Calls.of("addThreadMember", OWNER).path("channel_id", closed).path("user_id", MEMBER));
        assertThat(told()).isEmpty();

        assertThat(only(look(looksAt(closed)), LIST).get("members")).hasSize(2);
        guild.run(Calls.of("addThreadMember", OWNER).path("channel_id", closed).path("user_id", OTHER));
        Event event = told().getFirst();
        assertThat(event.getPermissions()).isEqualTo(Permission.MANAGE_THREADS.mask());
        assertThat(event.getAdmittedUsersList()).containsExactlyInAnyOrder(OWNER, MEMBER, OTHER);
    }

    @Test
    void whoIsTakenOutOfAPrivateThreadLooksAtItNoMore() {
        guild.run(Calls.of("addThreadMember", OWNER).path("channel_id", closed).path("user_id", MEMBER));
        look(looksAt(open, closed));
        guild.run(
                Calls.of("removeThreadMember", OWNER).path("channel_id", closed).path("user_id", MEMBER));
        told();
        assertThat(topics()).containsExactly(open);
    }

    @Test
    void whoCeasesToSeeTheChannelLooksAtItsThreadsNoMoreEvenIfItShowsAgain() {
        look(looksAt(open));
        overwrite(MEMBER, 1, VIEW);
        told();
        assertThat(topics()).isEmpty();
        overwrite(MEMBER, 1, 0);
        guild.run(Calls.of("joinThread", OTHER).path("channel_id", open));
        assertThat(told()).isEmpty();
        assertThat(look(looksAt(open))).hasSize(1);
    }

    @Test
    void whoLosesTheRoleThatShowsAThreadLooksAtItNoMore() {
        long managers = guild.role("Managers", Permission.MANAGE_THREADS.mask(), 1);
        role("addMemberRole", managers);
        assertThat(look(looksAt(closed))).hasSize(1);
        role("deleteMemberRole", managers);
        told();
        assertThat(topics()).isEmpty();
    }

    @Test
    void anArchivedThreadIsLookedAtNoMore() {
        look(looksAt(open, closed));
        update(open, OWNER, "{\"archived\":true}");
        told();
        assertThat(topics()).isEmpty();
    }

    @Test
    void noMoreThreadsThanAreServedAreLookedAt() {
        long[] many =
                LongStream.range(0, 12).map(count -> standalone(PUBLIC, OWNER)).toArray();
        assertThat(look(looksAt(many))).hasSize(10);
        assertThat(topics()).hasSize(10);
    }

    @Test
    void whoComesBackIsToldAnewOfWhatItLooksAt() {
        attach(AttachSessions.newBuilder()
                .setResumeAfter(guild.state().audience().position())
                .addSubscriptions(subscribe(looksAt(open, closed))));
        assertThat(topics()).containsExactly(open);
        assertThat(told()).singleElement().satisfies(event -> assertThat(users(event))
                .containsExactly(MEMBER));
    }

    @Test
    void whoLookedBeforeTheGuildWasReadAgainIsToldAnew() {
        look(looksAt(open));
        guild.reload();
        send(channel, MEMBER, "something");
        assertThat(told()).hasSize(1);
    }

    private void attach(AttachSessions.Builder attach) {
        guild.tickets(Command.newBuilder()
                .setAttach(attach.addSessions(
                        Session.newBuilder().setRef(ref()).setUserId(MEMBER).setIntents(-1))));
        guild.takeEvents();
    }

    private List<Event> look(Subscription subscription) {
        return pulled(subscribe(subscription).build());
    }

    private List<Event> pulled(Subscribe subscribe) {
        return guild.ticketsIfAny(Command.newBuilder().setSubscribe(subscribe)).stream()
                .flatMap(ticket -> guild.pull(ticket).stream())
                .toList();
    }

    private static Subscribe.Builder subscribe(Subscription subscription) {
        return Subscribe.newBuilder()
                .setSession(ref())
                .setSubscription(subscription)
                .setTickets(true);
    }

    private static Subscription looksAt(long... threads) {
        return Subscription.newBuilder()
                .addAllThreadMemberLists(LongStream.of(threads).boxed().toList())
                .build();
    }

    private List<Long> topics() {
        return guild.state()
                .audience()
                .find(ref())
                .map(JoiningSession::getTopicsList)
                .orElse(List.of());
    }

    /** What is told of lists a moment later. */
    private List<Event> told() {
        guild.takeEvents();
        guild.clock().advance(Duration.ofSeconds(1));
        guild.runLaters();
        return lists();
    }

    private List<Event> lists() {
        return guild.takeEvents().stream()
                .filter(event -> event.getName().equals(LIST))
                .toList();
    }

    private void say(String status) {
        guild.run(Command.newBuilder()
                .setPresence(UpdatePresence.newBuilder()
                        .setSession(ref())
                        .setUserId(MEMBER)
                        .setPresence(ByteString.copyFromUtf8("{\"status\":\"" + status + "\",\"activities\":[]}"))));
    }

    private void role(String operation, long role) {
        guild.run(Calls.of(operation, OWNER)
                .path("guild_id", guild.id())
                .path("user_id", MEMBER)
                .path("role_id", role));
    }

    private static JsonNode only(List<Event> events, String name) {
        assertThat(events).extracting(Event::getName).containsExactly(name);
        return payload(events, 0);
    }

    private static JsonNode member(Event event, int index) {
        return Json.parse(event.getPayload()).get("members").get(index);
    }

    private static List<Long> users(Event event) {
        return StreamSupport.stream(
                        Json.parse(event.getPayload()).get("members").spliterator(), false)
                .map(member -> member.get("user_id").asLong())
                .toList();
    }

    private static SessionRef ref() {
        return SessionRef.newBuilder().setGateway("gateway").setNumber(MEMBER).build();
    }
}
