package io.guildhall.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.gateway.client.TestClient;
import io.guildhall.gateway.fakes.FakeOwner;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.PullReply;
import io.guildhall.model.rpc.PullRequest;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PrivateDeliveryTest extends GatewayTest {
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
}
