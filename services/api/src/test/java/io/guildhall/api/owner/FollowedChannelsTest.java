package io.guildhall.api.owner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.protobuf.ByteString;
import io.guildhall.api.Configs;
import io.guildhall.api.FakeStorage;
import io.guildhall.api.call.ApiCall;
import io.guildhall.api.config.ApiConfig;
import io.guildhall.api.owner.ActorResolver.Target;
import io.guildhall.discovery.StaticDiscovery;
import io.guildhall.identity.StorageAccess;
import io.guildhall.model.cluster.Discovery;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.operation.catalogue.WebhookOperations;
import io.guildhall.model.payload.Json;
import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.ActorKind;
import io.guildhall.model.rpc.Caller;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.GuildOwner;
import io.guildhall.model.rpc.Outcome;
import io.guildhall.model.rpc.PullReply;
import io.guildhall.model.rpc.PullRequest;
import io.guildhall.model.rpc.RestCall;
import io.guildhall.model.rpc.RollCall;
import io.guildhall.model.rpc.RollCallReply;
import io.guildhall.model.rpc.Success;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.ChannelOwners;
import io.guildhall.ownerclient.OwnerClient;
import io.guildhall.storageclient.StorageRouter;
import io.guildhall.storageclient.Timestamps;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FollowedChannelsTest {
    private final ApiConfig config = Configs.api(Map.of());
    private final Discovery discovery = StaticDiscovery.oneProcess("ws://127.0.0.1:1/gateway");
    private final FakeStorage stored = new FakeStorage();
    private final StorageAccess storage =
            new StorageAccess(new StorageRouter(node -> stored, discovery, new Timestamps(Clock.systemUTC())));
    private final Followed owner = new Followed();
    private final FollowedChannels follows = new FollowedChannels(
            new ChannelDirectory(storage, config),
            new OwnerCalls(new OwnerClient(discovery, node -> owner), List.of(), config, new SimpleMeterRegistry()));

    /** The owner of a channel of some type, which refuses when there is a refusal. */
    private static final class Followed implements GuildOwner {
        private int type = 5;
        private ErrorCode refusal;

        @Override
        public Uni<Outcome> execute(Command command) {
            assertThat(command.getRest().getCaller().getUserId()).isEqualTo(8);
            if (refusal != null) {
                return Uni.createFrom()
                        .item(Outcome.newBuilder()
                                .setFailure(ApiException.of(refusal).toFailure())
                                .build());
            }
            String body = command.getRest().getOperation().equals("getGuild")
                    ? "{\"id\":\"4\",\"name\":\"Guild\",\"icon\":\"abc\",\"roles\":[]}"
                    : "{\"id\":\"50\",\"name\":\"news\",\"guild_id\":\"4\",\"type\":" + type + "}";
            return Uni.createFrom()
                    .item(Outcome.newBuilder()
                            .setSuccess(Success.newBuilder().setStatus(200).setBody(ByteString.copyFromUtf8(body)))
                            .build());
        }

        @Override
        public Uni<PullReply> pull(PullRequest request) {
            throw new AssertionError("nothing is pulled");
        }

        @Override
        public Uni<RollCallReply> callRoll(RollCall call) {
            throw new AssertionError("no roll is called");
        }
    }

    @BeforeEach
    void own() {
        storage.write(List.of(Write.to(ChannelOwners.TABLE, 60L)
                        .set(ChannelOwners.GUILD_ID, 6L)
                        .build()))
                .await()
                .indefinitely();
    }

    @Test
    void theFollowersOwnerIsAskedAndHearsWhatIsFollowed() {
        Target target = follow("60");
        assertThat(target.actor().getId()).isEqualTo(6);
        assertThat(target.call().getPathMap()).containsEntry("channel_id", "60");
        JsonNode followed = Json.parse(target.call().getForwarded());
        assertThat(followed)
                .isEqualTo(
                        Json.parse(
                                "{\"source_guild\":{\"id\":\"4\",\"name\":\"Guild\",\"icon\":\"abc\"},\"source_channel\":{\"id\":\"50\",\"name\":\"news\"}}"));
    }

    @Test
    void onlyAnnouncementsAreFollowedAndOnlyByChannelsThatExist() {
        refused(ErrorCode.UNKNOWN_CHANNEL, "70");
        owner.type = 0;
        refused(ErrorCode.CANNOT_EXECUTE_ACTION_ON_THIS_CHANNEL_TYPE, "60");
    }

    @ParameterizedTest
    @CsvSource({"MISSING_ACCESS,MISSING_ACCESS", "MISSING_PERMISSIONS,MISSING_ACCESS", "UNKNOWN_CHANNEL,UNKNOWN_CHANNEL"
    })
    void whoDoesNotSeeAChannelDoesNotFollowIt(ErrorCode refusal, ErrorCode answer) {
        owner.refusal = refusal;
        refused(answer, "60");
    }

    private void refused(ErrorCode code, String channel) {
        assertThatThrownBy(() -> follow(channel))
                .isInstanceOfSatisfying(ApiException.class, refusal -> assertThat(refusal.code())
                        .isEqualTo(code.number()));
    }

    private Target follow(String channel) {
        ApiCall call = new ApiCall(
                WebhookOperations.FOLLOW_CHANNEL,
                Optional.empty(),
                Map.of("channel_id", "50"),
                Json.object(),
                Json.object().put("webhook_channel_id", channel),
                "",
                "",
                List.of(),
                "");
        RestCall rest = RestCall.newBuilder()
                .setOperation("followChannel")
                .putPath("channel_id", "50")
                .setCaller(Caller.newBuilder().setUserId(8))
                .build();
        ActorKey actor = ActorKey.newBuilder().setKind(ActorKind.GUILD).setId(4).build();
        return follows.complete(call, new Target(actor, rest));
    }
}
