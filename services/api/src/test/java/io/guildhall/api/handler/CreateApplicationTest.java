package io.guildhall.api.handler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guildhall.api.FakeStorage;
import io.guildhall.api.call.ApiCall;
import io.guildhall.api.config.ApiIds;
import io.guildhall.discovery.StaticDiscovery;
import io.guildhall.identity.BotAccounts;
import io.guildhall.identity.StorageAccess;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.id.SnowflakeGenerator;
import io.guildhall.model.identity.Identity;
import io.guildhall.model.operation.catalogue.ApplicationOperations;
import io.guildhall.model.payload.Json;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.ApplicationsByOwner;
import io.guildhall.storageclient.StorageRouter;
import io.guildhall.storageclient.Timestamps;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CreateApplicationTest {
    private static final long OWNER = 7;

    private final Clock clock = Clock.systemUTC();
    private final FakeStorage fake = new FakeStorage();
    private final StorageAccess storage = new StorageAccess(new StorageRouter(
            node -> fake, StaticDiscovery.oneProcess("ws://127.0.0.1:1/gateway"), new Timestamps(clock)));

    /** As one sees it that was asked for at the same moment as others: at first there is room. */
    private final OwnedApplications stale = new OwnedApplications(storage) {
        private final List<List<Long>> answers = new ArrayList<>(List.of(List.of()));

        @Override
        public List<Long> of(long owner) {
            return answers.isEmpty() ? super.of(owner) : answers.removeFirst();
        }
    };

    @Test
    void ofSeveralAtTheSameMomentThoseGoThatAreTooMany() {
        for (long application = 1; application <= CreateApplication.MAX_APPLICATIONS; application++) {
            storage.write(List.of(Write.to(ApplicationsByOwner.TABLE, OWNER, application)
                            .set(ApplicationsByOwner.CREATED_AT, 1L)
                            .build()))
                    .await()
                    .indefinitely();
        }
        CreateApplication handler = new CreateApplication(
                new BotAccounts(storage, null, null, clock), stale, null, new ApiIds(new SnowflakeGenerator(0, clock)));

        assertThatThrownBy(() -> handler.answer(call()))
                .isInstanceOfSatisfying(ApiException.class, refused -> assertThat(refused.code())
                        .isEqualTo(ErrorCode.OAUTH2_APPLICATION_LIMIT_REACHED.number()));
        assertThat(new OwnedApplications(storage).of(OWNER)).hasSize(CreateApplication.MAX_APPLICATIONS);
    }

    private static ApiCall call() {
        return new ApiCall(
                ApplicationOperations.CREATE_APPLICATION,
                Optional.of(new Identity(OWNER, false, 0, 0)),
                Map.of(),
                Json.object(),
                Json.object().put("name", "one more"),
                "",
                "",
                List.of(),
                "127.0.0.1");
    }
}
