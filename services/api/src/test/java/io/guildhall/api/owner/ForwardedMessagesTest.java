package io.guildhall.api.owner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.api.Configs;
import io.guildhall.api.FakeOwner;
import io.guildhall.api.FakeStorage;
import io.guildhall.api.call.ApiCall;
import io.guildhall.api.config.ApiConfig;
import io.guildhall.api.owner.ActorResolver.Target;
import io.guildhall.discovery.StaticDiscovery;
import io.guildhall.identity.StorageAccess;
import io.guildhall.model.cluster.Discovery;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.operation.catalogue.MessageOperations;
import io.guildhall.model.payload.Json;
import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.ActorKind;
import io.guildhall.model.rpc.Caller;
import io.guildhall.model.rpc.RestCall;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.ChannelOwners;
import io.guildhall.ownerclient.OwnerClient;
import io.guildhall.storageclient.StorageRouter;
import io.guildhall.storageclient.Timestamps;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ForwardedMessagesTest {
    private final ApiConfig config = Configs.api(Map.of());
    private final Discovery discovery = StaticDiscovery.oneProcess("ws://127.0.0.1:1/gateway");
    private final FakeStorage stored = new FakeStorage();
    private final StorageAccess storage =
            new StorageAccess(new StorageRouter(node -> stored, discovery, new Timestamps(Clock.systemUTC())));
    private final FakeOwner owner = new FakeOwner();
    private final ForwardedMessages forwards = new ForwardedMessages(
            new ChannelDirectory(storage, config),
            new OwnerCalls(new OwnerClient(discovery, node -> owner), List.of(), config, new SimpleMeterRegistry()));

    @BeforeEach
    void own() {
        storage.write(List.of(
                        Write.to(ChannelOwners.TABLE, 50L)
                                .set(ChannelOwners.GUILD_ID, 4L)
                                .build(),
                        Write.to(ChannelOwners.TABLE, 60L)
                                .set(ChannelOwners.GUILD_ID, 0L)
                                .build()))
                .await()
                .indefinitely();
    }

    @Test
    void theMessageIsAskedForAsItsReaderAndComesWithItsGuild() {
        JsonNode found = Json.parse(forward("50").getForwarded());
        assertThat(found.get("guild_id").asText()).isEqualTo("4");
        assertThat(found.at("/message/operation").asText()).isEqualTo("getMessage");
        assertThat(owner.last().getActor().getId()).isEqualTo(4);
        assertThat(owner.last().getRest().getCaller().getUserId()).isEqualTo(8);
        assertThat(owner.last().getRest().getPathMap()).containsEntry("message_id", "5");
        assertThat(Json.parse(forward("60").getForwarded()).has("guild_id")).isFalse();
    }

    @Test
    void whatIsInNoChannelIsNotFound() {
        assertThat(forward("70").getForwarded().isEmpty()).isTrue();
    }

    @Test
    void whoMayNotReadItIsTold() {
        owner.refuseCalls(true);
        assertThatThrownBy(() -> forward("50")).isInstanceOfSatisfying(ApiException.class, refusal -> assertThat(
                        refusal.code())
                .isEqualTo(ErrorCode.CANNOT_REFERENCE_A_MESSAGE_WITHOUT_PERMISSION_TO_READ_MESSAGE_HISTORY.number()));
    }

    @Test
    void nothingIsAskedForAReply() {
        complete("{\"message_reference\":{\"message_id\":\"5\"}}");
        assertThat(owner.commands()).isEmpty();
    }

    private RestCall forward(String channel) {
        return complete("{\"message_reference\":{\"type\":1,\"message_id\":\"5\",\"channel_id\":\"" + channel + "\"}}");
    }

    private RestCall complete(String body) {
        ApiCall call = new ApiCall(
                MessageOperations.CREATE_MESSAGE,
                Optional.empty(),
                Map.of("channel_id", "50"),
                Json.object(),
                Json.parse(body),
                "",
                "",
                List.of(),
                "");
        ActorKey actor = ActorKey.newBuilder().setKind(ActorKind.GUILD).setId(4).build();
        RestCall rest = RestCall.newBuilder()
                .setOperation("createMessage")
                .setCaller(Caller.newBuilder().setUserId(8))
                .build();
        return forwards.complete(call, new Target(actor, rest)).call();
    }
}
