package io.guildhall.api.owner;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.api.Configs;
import io.guildhall.api.FakeOwner;
import io.guildhall.api.FakeStorage;
import io.guildhall.api.TestPipeline;
import io.guildhall.api.call.RestAnswer;
import io.guildhall.api.call.RestRequest;
import io.guildhall.api.http.RequestPipeline;
import io.guildhall.model.operation.HttpMethod;
import io.guildhall.model.payload.Json;
import io.guildhall.model.rpc.ActorKind;
import io.guildhall.model.rpc.Command;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is let in by others has a place for one guild more taken for it, as who joins by itself has. */
class GuildPlacesTest {
    private static final long APPLICANT = 77;

    @TempDir
    Path directory;

    private final FakeOwner owner = new FakeOwner();
    private RequestPipeline pipeline;

    @BeforeEach
    void start() {
        owner.give("whoAsked", Json.object().put("user_id", Long.toString(APPLICANT)));
        pipeline = TestPipeline.with(Configs.unlimited(directory), owner, new FakeStorage());
    }

    @Test
    void whoeverIsApprovedHasAPlaceTakenFirst() {
        assertThat(decide("APPROVED").status()).isEqualTo(200);

        List<Command> asked = owner.commands();
        assertThat(asked).hasSize(3);
        assertThat(asked.get(1).getActor().getKind()).isEqualTo(ActorKind.USER);
        assertThat(asked.get(1).getActor().getId()).isEqualTo(APPLICANT);
        assertThat(asked.get(1).getInternal().getStep()).isEqualTo("reserveGuild");
        assertThat(asked.get(2).getRest().getOperation()).isEqualTo("actionJoinRequest");
    }

    @Test
    void aPlaceThatIsNotNeededIsGivenBack() {
        owner.refuseCalls(true);
        assertThat(decide("APPROVED").status()).isEqualTo(403);

        assertThat(Json.parse(owner.last().getInternal().getBody())
                        .path("given_back")
                        .asBoolean())
                .isTrue();
        assertThat(owner.last().getActor().getId()).isEqualTo(APPLICANT);
    }

    @Test
    void whoeverIsRejectedNeedsNone() {
        decide("REJECTED");

        assertThat(owner.commands()).hasSize(1);
    }

    private RestAnswer decide(String action) {
        byte[] body = "{\"action\":\"%s\"}".formatted(action).getBytes(UTF_8);
        return pipeline.answer(new RestRequest(
                HttpMethod.PATCH,
                "/v10/guilds/4/requests/9",
                "",
                name -> switch (name) {
                    case "Authorization" -> "person";
                    case "Content-Type" -> "application/json";
                    case "Content-Length" -> Integer.toString(body.length);
                    default -> null;
                },
                "127.0.0.1",
                new ByteArrayInputStream(body)));
    }
}
