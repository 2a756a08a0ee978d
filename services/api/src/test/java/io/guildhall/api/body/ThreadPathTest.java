package io.guildhall.api.body;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.api.Configs;
import io.guildhall.api.FakeStorage;
import io.guildhall.api.config.ApiIds;
import io.guildhall.api.owner.ChannelDirectory;
import io.guildhall.discovery.StaticDiscovery;
import io.guildhall.identity.StorageAccess;
import io.guildhall.model.id.SnowflakeGenerator;
import io.guildhall.model.operation.catalogue.MessageOperations;
import io.guildhall.model.operation.catalogue.ThreadOperations;
import io.guildhall.model.operation.catalogue.WebhookOperations;
import io.guildhall.model.payload.ChannelType;
import io.guildhall.model.payload.Json;
import io.guildhall.model.rpc.Mutation;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.ChannelOwners;
import io.guildhall.storageclient.StorageRouter;
import io.guildhall.storageclient.Timestamps;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ThreadPathTest {
    private static final Map<String, String> OF_CHANNEL = Map.of("channel_id", "33");
    private static final Map<String, String> OF_WEBHOOK = Map.of("webhook_id", "44", "channel_id", "33");
    private static final ObjectNode IN_THREAD = Json.object().put("thread_id", "55");

    private final ThreadPath threads;

    ThreadPathTest() {
        FakeStorage fake = new FakeStorage();
        StorageAccess storage = new StorageAccess(new StorageRouter(
                node -> fake,
                StaticDiscovery.oneProcess("ws://127.0.0.1:1/gateway"),
                new Timestamps(Clock.systemUTC())));
        threads = new ThreadPath(
                new ApiIds(new SnowflakeGenerator(0, Clock.systemUTC())),
                new ChannelDirectory(storage, Configs.api(Map.of())));
        storage.write(List.of(channel(33, ChannelType.GUILD_TEXT), channel(34, ChannelType.GUILD_FORUM)))
                .await()
                .indefinitely();
    }

    @Test
    void filesOfAWebhookBelongToTheThreadThatItSendsIn() {
        Map<String, String> path = threads.of(WebhookOperations.EXECUTE_WEBHOOK, OF_WEBHOOK, IN_THREAD);
        assertThat(ThreadPath.ofFiles(path)).isEqualTo("55");
        assertThat(path).containsEntry("channel_id", "33");
        assertThat(threads.of(WebhookOperations.EXECUTE_WEBHOOK, OF_WEBHOOK, Json.object()))
                .isEqualTo(OF_WEBHOOK);
    }

    @Test
    void filesOfAPostBelongToTheThreadThatItBegins() {
        Map<String, String> path = threads.of(ThreadOperations.CREATE_THREAD, OF_CHANNEL, Json.object());
        assertThat(ThreadPath.ofFiles(path)).isEqualTo(path.get("thread_id")).isNotEqualTo("33");
        assertThat(threads.of(ThreadOperations.CREATE_THREAD, OF_CHANNEL, Json.object()))
                .isNotEqualTo(path);
    }

    @Test
    void filesOfAWebhookOfAForumBelongToThePostThatItBegins() {
        Map<String, String> ofForum = Map.of("webhook_id", "44", "channel_id", "34");
        Map<String, String> path = threads.of(WebhookOperations.EXECUTE_WEBHOOK, ofForum, Json.object());
        assertThat(ThreadPath.ofFiles(path)).isEqualTo(path.get("thread_id")).isNotEqualTo("34");
        assertThat(ThreadPath.ofFiles(threads.of(WebhookOperations.EXECUTE_WEBHOOK, ofForum, IN_THREAD)))
                .isEqualTo("55");
        assertThat(threads.of(WebhookOperations.UPDATE_WEBHOOK_MESSAGE, ofForum, Json.object()))
                .isEqualTo(ofForum);
    }

    @Test
    void allOthersBelongToTheChannelOfThePath() {
        Map<String, String> answer = Map.of("webhook_id", "44", "channel_id", "33", "interaction_id", "66");
        assertThat(ThreadPath.ofFiles(threads.of(WebhookOperations.EXECUTE_WEBHOOK, answer, IN_THREAD)))
                .isEqualTo("33");
        assertThat(ThreadPath.ofFiles(threads.of(MessageOperations.CREATE_MESSAGE, OF_CHANNEL, IN_THREAD)))
                .isEqualTo("33");
        assertThat(ThreadPath.ofFiles(Map.of())).isEqualTo("0");
    }

    private static Mutation channel(long id, ChannelType type) {
        return Write.to(ChannelOwners.TABLE, id)
                .set(ChannelOwners.GUILD_ID, 4L)
                .set(ChannelOwners.TYPE, (long) type.number())
                .build();
    }
}
