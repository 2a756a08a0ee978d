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
import io.guildhall.outgoing.OutgoingAnswer;
import io.guildhall.outgoing.OutgoingException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Looks whether somebody who answers for the application listens at the address that it names for its interactions: a PING is answered with
 * a PONG, and one with a wrong signature is refused. Only then the address is stored.
 */
@ApplicationScoped
public class EndpointCheck {
    private static final Logger LOG = Logger.getLogger(EndpointCheck.class);
    private static final Set<Operation> CHANGES =
            Set.of(ApplicationOperations.UPDATE_MY_APPLICATION, ApplicationOperations.UPDATE_APPLICATION);
    private static final String FIELD = "interactions_endpoint_url";
    private static final int PING = 1;
    private static final int PONG = 1;
    private static final int OK = 200;
    private static final int UNAUTHORIZED = 401;

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
     * Checks a call that changes the address; every other passes. So does that of a stranger: the application's owner refuses it, and
     * nobody is called for it.
     *
     * @throws ApiException 50035 when nobody listens, or somebody who does not look at signatures
     */
    public void require(ApiCall call) {
        if (!CHANGES.contains(call.operation()) || !call.body().hasNonNull(FIELD)) {
            return;
        }
        long caller = call.caller().userId();
        String named = call.path().get("application_id");
        long application = named == null ? caller : Snowflake.parse(named);
        String url = call.body().get(FIELD).asText();
        boolean unproven = row(application)
                .filter(found -> application == caller || found.get(Applications.OWNER_ID, 0L) == caller)
                .filter(found ->
                        !found.get(Applications.INTERACTIONS_ENDPOINT_URL, "").equals(url))
                .isPresent();
        if (unproven && !isProven(url, application)) {
            throw ApiException.invalidField(
                    FIELD,
                    "APPLICATION_INTERACTIONS_ENDPOINT_URL_INVALID",
                    "The specified interactions endpoint url could not be verified.");
        }
    }

    private Optional<RowView> row(long application) {
        return storage.row(Read.row(Applications.TABLE, application)).await().indefinitely();
    }

    private boolean isProven(String text, long application) {
        try {
            URI url = URI.create(text);
            byte[] ping = Json.bytes(ping(application)).toByteArray();
            return isPong(endpoint.call(url, application, ping))
                    && endpoint.callForged(url, application, ping).status() == UNAUTHORIZED;
        } catch (OutgoingException | IllegalArgumentException failed) {
            LOG.debugf("the endpoint of application %d: %s", application, failed);
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
