package io.guildhall.api.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.api.body.UntrustedJson;
import io.guildhall.api.call.ApiCall;
import io.guildhall.api.config.ApiIds;
import io.guildhall.identity.StorageAccess;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.ApplicationOperations;
import io.guildhall.model.payload.Json;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Applications;
import io.guildhall.model.webhookevent.WebhookEvent;
import io.guildhall.model.webhookevent.WebhookEventSettings;
import io.guildhall.outgoing.OutgoingAnswer;
import io.guildhall.outgoing.OutgoingException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import org.jboss.logging.Logger;

/**
 * Looks whether somebody who answers for the application listens at the addresses that it names, for its interactions and for events: a PING
 * is answered as that kind of address does, and one with a wrong signature is refused. Only then the address is stored.
 */
@ApplicationScoped
public class EndpointCheck {
    private static final Logger LOG = Logger.getLogger(EndpointCheck.class);
    private static final Set<Operation> CHANGES =
            Set.of(ApplicationOperations.UPDATE_MY_APPLICATION, ApplicationOperations.UPDATE_APPLICATION);
    private static final int PING = 1;
    private static final int PONG = 1;
    private static final int OK = 200;
    private static final int NO_CONTENT = 204;
    private static final int UNAUTHORIZED = 401;

    /**
     * One kind of address that an application names.
     *
     * @param stored the one that is proved
     * @param ping what is sent there, for an application
     * @param proves whether an answer to it is a good one
     */
    private record Address(
            String field,
            Function<RowView, Optional<String>> stored,
            LongFunction<JsonNode> ping,
            Predicate<OutgoingAnswer> proves,
            String code,
            String message) {}

    private static final Address EVENTS = new Address(
            WebhookEventSettings.URL,
            row -> WebhookEventSettings.of(row).url(),
            WebhookEvent::ping,
            answer -> answer.status() == NO_CONTENT,
            "APPLICATION_EVENT_WEBHOOKS_URL_INVALID",
            "The specified event webhooks url could not be verified.");

    private final Address interactions = new Address(
            "interactions_endpoint_url",
            row -> row.find(Applications.INTERACTIONS_ENDPOINT_URL),
            this::ping,
            EndpointCheck::isPong,
            "APPLICATION_INTERACTIONS_ENDPOINT_URL_INVALID",
            "The specified interactions endpoint url could not be verified.");

    private final Endpoint endpoint;
    private final StorageAccess storage;
    private final ApiIds ids;

    @Inject
    public EndpointCheck(Endpoint endpoint, StorageAccess storage, ApiIds ids) {
        this.endpoint = endpoint;
        this.storage = storage;
        this.ids = ids;
    }

    /**
     * Checks a call that changes an address; every other passes. So does that of a stranger: the application's owner refuses it, and
     * nobody is called for it.
     *
     * @throws ApiException 50035 when nobody listens, or somebody who does not look at signatures
     */
    public void require(ApiCall call) {
        if (!CHANGES.contains(call.operation())) {
            return;
        }
        require(call, interactions);
        require(call, EVENTS);
    }

    private void require(ApiCall call, Address address) {
        if (!call.body().hasNonNull(address.field())) {
            return;
        }
        long caller = call.caller().userId();
        String named = call.path().get("application_id");
        long application = named == null ? caller : Snowflake.parse(named);
        String url = call.body().get(address.field()).asText();
        boolean unproven = row(application)
                .filter(found -> application == caller || found.get(Applications.OWNER_ID, 0L) == caller)
                .filter(found -> !address.stored().apply(found).equals(Optional.of(url)))
                .isPresent();
        if (unproven && !isProven(url, application, address)) {
            throw ApiException.invalidField(address.field(), address.code(), address.message());
        }
    }

    private Optional<RowView> row(long application) {
        return storage.row(Read.row(Applications.TABLE, application)).await().indefinitely();
    }

    private boolean isProven(String text, long application, Address address) {
        try {
            URI url = URI.create(text);
            byte[] body = Json.bytes(address.ping().apply(application)).toByteArray();
            return address.proves().test(endpoint.call(url, application, body))
                    && endpoint.callForged(url, application, body).status() == UNAUTHORIZED;
        } catch (OutgoingException | IllegalArgumentException failed) {
            LOG.debugf("an address of application %d: %s", application, failed);
            return false;
        }
    }

    private JsonNode ping(long application) {
        String id = Snowflake.format(ids.next());
        return Json.object()
                .put("id", id)
                .put("application_id", Snowflake.format(application))
                .put("type", PING)
                .put("token", "ping-" + id)
                .put("version", 1)
                .set("entitlements", Json.array());
    }

    private static boolean isPong(OutgoingAnswer answer) {
        try {
            return answer.status() == OK
                    && UntrustedJson.read(answer.body()).path("type").asInt() == PONG;
        } catch (ApiException noJson) {
            return false;
        }
    }
}
