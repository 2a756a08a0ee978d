package io.guildhall.standalone.hostile;

import static io.guildhall.model.operation.HttpMethod.POST;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.api.http.RequestPipeline;
import io.guildhall.guild.GuildNode;
import io.guildhall.model.gateway.Intent;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What happens when the process is told to end while somebody is connected and somebody else writes. */
@QuarkusTest
@TestProfile(EndTest.Instance.class)
class EndTest {
    private static final long INTENTS = Intent.ALL & ~Intent.PRIVILEGED;

    /** A process of its own, since it is of no use afterwards. */
    public static final class Instance implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return new HostileInstance().getConfigOverrides();
        }
    }

    /** A request that is under way when the last client has been let go. */
    @ApplicationScoped
    public static class LastRequest {
        private static final int CLIENTS_HAVE_GONE = 10;

        private Optional<Runnable> request = Optional.empty();

        void onceClientsHaveGone(Runnable work) {
            request = Optional.of(work);
        }

        void send(@Observes @Priority(CLIENTS_HAVE_GONE) ShutdownDelayInitiatedEvent ending) {
            request.ifPresent(Runnable::run);
            request = Optional.empty();
        }
    }

    @TestHTTPResource("/gateway?v=10&encoding=json")
    URI gateway;

    @Inject
    RequestPipeline pipeline;

    @Inject
    GuildNode guilds;

    @Inject
    LastRequest last;

    @Inject
    Event<ShutdownDelayInitiatedEvent> end;

    @Test
    void whatOthersStandOnStaysUntilTheyHaveFinished() throws Exception {
        Calls calls = new Calls(pipeline);
        Person person = Person.register(calls);
        String channel = calls.done(POST, "/guilds", person.token(), "{\"name\":\"End\"}")
                .path("system_channel_id")
                .asText();
        try (Listener listener =
                Listener.identify(URI.create(gateway.toString().replace("http", "ws")), person.token(), INTENTS)) {
            last.onceClientsHaveGone(() ->
                    calls.done(POST, "/channels/" + channel + "/messages", person.token(), "{\"content\":\"late\"}"));

            end.fire(new ShutdownDelayInitiatedEvent());

            listener.until(event -> event.path("op").asInt() == 7);
            assertThat(guilds.actors().size())
                    .as("actors that could not be given up")
                    .isZero();
        }
    }
}
