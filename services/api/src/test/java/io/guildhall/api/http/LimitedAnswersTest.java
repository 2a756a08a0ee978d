package io.guildhall.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.api.Configs;
import io.guildhall.api.FakeOwner;
import io.guildhall.api.FakeStorage;
import io.guildhall.api.TestPipeline;
import io.guildhall.api.call.RestAnswer;
import io.guildhall.api.call.RestRequest;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.operation.HttpMethod;
import io.guildhall.model.rpc.Outcome;
import java.io.InputStream;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Libraries take a 429 without {@code Via} for a ban of their address. */
class LimitedAnswersTest {
    @TempDir
    Path directory;

    private final FakeOwner owner = new FakeOwner();

    @Test
    void anOwnersRefusalForNowIsMarkedLikeThatOfABucket() {
        RequestPipeline pipeline = TestPipeline.with(Configs.unlimited(directory), owner, new FakeStorage());
        owner.give(Outcome.newBuilder()
                .setFailure(
                        ApiException.retryAfter(ErrorCode.ACTION_CANNOT_BE_PERFORMED_DUE_TO_SLOWMODE_RATE_LIMIT, 4.2)
                                .toFailure())
                .build());
        RestAnswer refused = pipeline.answer(new RestRequest(
                HttpMethod.GET,
                "/v10/guilds/4/messages/search",
                "",
                name -> name.equals("Authorization") ? "person" : null,
                "127.0.0.1",
                InputStream.nullInputStream()));

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.headers()).containsEntry("Via", "1.1 guildhall").containsEntry("Retry-After", "5");
    }
}
