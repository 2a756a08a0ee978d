package io.guildhall.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.gateway.client.TestClient;
import io.guildhall.gateway.fakes.FakeOwner;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.PullReply;
import io.guildhall.model.rpc.PullRequest;
import io.guildhall.model.rpc.Subscribe;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PrivateDeliveryTest extends GatewayTest {
    private static final String THREADS = "{\"op\":14,\"d\":{\"guild_id\":\"" + GUILD + "\",\"threads\":true}}";

    private record Pull(PullRequest request, UniEmitter<? super PullReply> answer) {}

    private final BlockingQueue<Pull> pulls = new LinkedBlockingQueue<>();

    private void holdPulls() {
        cluster.owner().pulls(request -> Uni.createFrom().emitter(emitter -> pulls.add(new Pull(request, emitter))));
    }

    private Pull nextPull() throws InterruptedException {
        Pull pull = pulls.poll(20, TimeUnit.SECONDS);
        if (pull == null) {
            throw new IllegalStateException("nobody pulls");
        }
        return pull;
    }

    private static boolean attachesToTheGuild(Command command) {
        return command.hasAttach() && command.getActor().equals(guild(GUILD));
    }

    @Test
    void whatHappensWhileAGuildIsPulledFollowsItOnce() throws Exception {
        cluster.owner().guilds(GUILD);
        holdPulls();
        cluster.owner().answer(command -> {
            if (attachesToTheGuild(command)) {
                long number = command.getAttach().getSessions(0).getRef().getNumber();
                // Before the snapshot, which therefore contains it.
                cluster.relay().event(guild(GUILD), "MESSAGE_CREATE", "{\"content\":\"within\"}", number);
            }
            return null;
        });
        try (TestClient client = connect()) {
            client.identify(newBot(), INTENTS);
            Pull pull = nextPull();
            message("after", client);
            message("later", client);
            settle();
            pull.answer().complete(FakeOwner.created(pull.request()));
            client.event("GUILD_CREATE");
            assertThat(client.event("MESSAGE_CREATE").get("content").asText()).isEqualTo("after");
            assertThat(client.event("MESSAGE_CREATE").get("content").asText()).isEqualTo("later");
            message("live", client);
            assertThat(client.event("MESSAGE_CREATE").get("content").asText()).isEqualTo("live");
            assertThat(client.lastSequence()).isEqualTo(5);
        }
    }

    @Test
    void whenTheOwnerGoesWhileAGuildIsPulledTheSessionJoinsAnew() throws Exception {
        cluster.owner().guilds(GUILD);
        holdPulls();
        try (TestClient client = connect()) {
            client.identify(newBot(), INTENTS);
            nextPull()
                    .answer()
                    .complete(PullReply.newBuilder().setUnknownTicket(true).build());
            nextPull().answer().fail(new IllegalStateException("away"));
            Pull third = nextPull();
            message("after", client);
            settle();
            third.answer().complete(FakeOwner.created(third.request()));
            client.event("GUILD_CREATE");
            assertThat(client.event("MESSAGE_CREATE").get("content").asText()).isEqualTo("after");
        }
    }

    @Test
    void whenMoreHappensThanIsHeldTheGuildIsAskedForAgain() throws Exception {
        cluster.owner().guilds(GUILD);
        holdPulls();
        try (TestClient client = connect()) {
            client.identify(newBot(), INTENTS);
            Pull first = nextPull();
            for (int count = 0; count < 20; count++) {
                message("x".repeat(100_000), client);
            }
            settle();
            first.answer().complete(PullReply.newBuilder().setDone(true).build());
            Pull second = nextPull();
            message("after", client);
            settle();
            second.answer().complete(FakeOwner.created(second.request()));
            client.event("GUILD_CREATE");
            assertThat(client.event("MESSAGE_CREATE").get("content").asText()).isEqualTo("after");
        }
    }

    @Test
    void aQuestionIsAnsweredInPartsAndEachGuildOnce() throws Exception {
        try (TestClient client = ready()) {
            holdPulls();
            String ids = ("\"" + GUILD + "\",").repeat(100) + "\"" + GUILD + "\"";
            client.send("{\"op\":8,\"d\":{\"guild_id\":[" + ids + "],\"query\":\"\",\"limit\":0}}");
            for (int part = 0; part < 3; part++) {
                nextPull()
                        .answer()
                        .complete(FakeOwner.pulled("GUILD_MEMBERS_CHUNK", "{\"chunk_index\":" + part + "}", part == 2));
                assertThat(client.event("GUILD_MEMBERS_CHUNK")
                                .get("chunk_index")
                                .asInt())
                        .isEqualTo(part);
            }
            client.heartbeat();
            assertThat(pulls).isEmpty();
        }
    }

    @Test
    void whatHappensWhileThreadsArePulledFollowsThemAndNothingIsLeftOut() throws Exception {
        try (TestClient client = person()) {
            long before = client.lastSequence();
            holdPulls();
            client.send(THREADS);
            Pull pull = nextPull();
            message("while", client);
            message("later", client);
            settle();
            pull.answer().complete(FakeOwner.pulled("THREAD_LIST_SYNC", "{\"threads\":[]}", true));
            client.event("THREAD_LIST_SYNC");
            assertThat(client.event("MESSAGE_CREATE").get("content").asText()).isEqualTo("while");
            assertThat(client.event("MESSAGE_CREATE").get("content").asText()).isEqualTo("later");
            message("live", client);
            assertThat(client.event("MESSAGE_CREATE").get("content").asText()).isEqualTo("live");
            assertThat(client.lastSequence()).isEqualTo(before + 4);
        }
    }

    @Test
    void threadsAreAskedForAgainWhenTheOwnerGoesOrMoreHappensThanIsHeld() throws Exception {
        try (TestClient client = person()) {
            long before = client.lastSequence();
            holdPulls();
            client.send(THREADS);
            Subscribe first = cluster.owner().await(Command::hasSubscribe).getSubscribe();
            assertThat(first.getTickets()).isTrue();
            assertThat(first.getAgain()).isFalse();
            assertThat(first.getSubscription().getThreads()).isTrue();
            nextPull()
                    .answer()
                    .complete(PullReply.newBuilder().setUnknownTicket(true).build());
            Pull second = nextPull();
            assertThat(cluster.owner()
                            .await(Command::hasSubscribe)
                            .getSubscribe()
                            .getAgain())
                    .isTrue();
            for (int count = 0; count < 12; count++) {
                message("x".repeat(100_000), client);
            }
            message("after all that", client);
            settle();
            second.answer().complete(FakeOwner.pulled("THREAD_LIST_SYNC", "{\"number\":2}", true));
            nextPull().answer().complete(FakeOwner.pulled("THREAD_LIST_SYNC", "{\"number\":3}", true));
            for (int count = 0; count < 13; count++) {
                client.event("MESSAGE_CREATE");
            }
            assertThat(client.event("THREAD_LIST_SYNC").get("number").asInt()).isEqualTo(3);
            assertThat(client.lastSequence()).isEqualTo(before + 13 + 1);
        }
    }

    @Test
    void whoLooksAtTheSameThreadsIsNotToldOfThemAgain() throws Exception {
        try (TestClient client = person()) {
            cluster.owner().pulls(request -> Uni.createFrom()
                    .item(FakeOwner.pulled("THREAD_MEMBER_LIST_UPDATE", "{\"members\":[]}", true)));
            client.send("{\"op\":14,\"d\":{\"guild_id\":\"" + GUILD + "\",\"thread_member_lists\":[\"8\",\"9\"]}}");
            client.event("THREAD_MEMBER_LIST_UPDATE");
            client.send("{\"op\":14,\"d\":{\"guild_id\":\"" + GUILD
                    + "\",\"typing\":true,\"thread_member_lists\":[\"9\"]}}");
            Subscribe first = cluster.owner().await(Command::hasSubscribe).getSubscribe();
            Subscribe second = cluster.owner().await(Command::hasSubscribe).getSubscribe();
            assertThat(first.getSubscription().getThreadMemberListsList()).containsExactly(8L, 9L);
            assertThat(second.getSubscription().getThreadMemberListsList()).containsExactly(9L);
            assertThat(second.getTickets()).isFalse();
        }
    }

    /** What comes too soon waits, and other changes with it. */
    @Test
    void whoAsksForTheThreadsAgainAtOnceIsNotTold() throws Exception {
        try (TestClient client = person()) {
            cluster.owner().pulls(request -> Uni.createFrom()
                    .item(FakeOwner.pulled("THREAD_LIST_SYNC", "{\"threads\":[]}", true)));
            client.send(THREADS);
            client.event("THREAD_LIST_SYNC");
            cluster.owner().await(Command::hasSubscribe);
            client.send(THREADS.replace("true", "false"));
            assertThat(cluster.owner()
                            .await(Command::hasSubscribe)
                            .getSubscribe()
                            .getSubscription()
                            .getThreads())
                    .isFalse();
            client.send(THREADS);
            client.send("{\"op\":14,\"d\":{\"guild_id\":\"" + GUILD + "\",\"typing\":true}}");
            settle();
            assertThat(cluster.owner().came(Command::hasSubscribe)).isEmpty();
            message("live", client);
            assertThat(client.event("MESSAGE_CREATE").get("content").asText()).isEqualTo("live");
        }
    }

    private TestClient person() throws Exception {
        cluster.owner().guilds(GUILD);
        TestClient client = connect();
        client.identify("person-" + userOf(newBot()), INTENTS);
        client.event("GUILD_CREATE");
        return client;
    }
}
