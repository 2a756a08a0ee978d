package io.guildhall.api.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.api.Configs;
import io.guildhall.api.FakeOwner;
import io.guildhall.api.FakeStorage;
import io.guildhall.api.TestPipeline;
import io.guildhall.api.call.RestAnswer;
import io.guildhall.api.call.RestRequest;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.operation.HttpMethod;
import io.guildhall.model.payload.Json;
import io.guildhall.model.rpc.ActorKind;
import io.guildhall.model.rpc.Outcome;
import io.guildhall.model.rpc.Success;
import java.io.InputStream;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The way of a search to the guild's owner, and of the answer back. */
class SearchRouteTest {
    @TempDir
    Path directory;

    private final FakeOwner owner = new FakeOwner();
    private RequestPipeline pipeline;

    @BeforeEach
    void start() {
        pipeline = TestPipeline.with(Configs.unlimited(directory), owner, new FakeStorage());
    }

    @Test
    void theGuildsOwnerGetsTheQueryInItsCleanForm() {
        RestAnswer answer = search("content=fox&author_id=7&has=link&has=-poll&limit=5&offset=25&include_nsfw=true");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(owner.last().getActor().getKind()).isEqualTo(ActorKind.GUILD);
        assertThat(owner.last().getActor().getId()).isEqualTo(4);
        assertThat(owner.last().getRest().getOperation()).isEqualTo("searchMessages");
        assertThat(Json.parse(owner.last().getRest().getQuery()))
                .isEqualTo(Json.parse(Json.bytes(Json.read("""
                {"content": "fox", "author_id": ["7"], "has": ["link", "-poll"], "limit": 5, "offset": 25,
                 "include_nsfw": true}
                """, JsonNode.class))));
    }

    @Test
    void whatIsOutOfBoundsDoesNotReachIt() {
        for (String query : new String[] {"limit=26", "offset=9976", "slop=101", "has=nothing", "sort_by=luck"}) {
            assertThat(search(query).status()).as(query).isEqualTo(400);
        }
        assertThat(owner.commands()).isEmpty();
    }

    @Test
    void anIndexThatIsBeingMadeIsA202() {
        owner.give(Outcome.newBuilder()
                .setSuccess(Success.newBuilder()
                        .setStatus(202)
                        .setBody(Json.bytes(Json.object().put("code", 110000).put("retry_after", 2))))
                .build());

        RestAnswer answer = search("");

        assertThat(answer.status()).isEqualTo(202);
        assertThat(new String(answer.body(), UTF_8)).contains("110000");
    }

    @Test
    void aClusterWithoutSearchSaysSo() {
        owner.give(Outcome.newBuilder()
                .setFailure(ApiException.notInstalled("message search").toFailure())
                .build());

        RestAnswer answer = search("");

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.headers()).doesNotContainKey("Retry-After");
    }

    private RestAnswer search(String query) {
        return pipeline.answer(new RestRequest(
                HttpMethod.GET,
                "/v10/guilds/4/messages/search",
                query,
                name -> name.equals("Authorization") ? "person" : null,
                "127.0.0.1",
                InputStream.nullInputStream()));
    }
}
