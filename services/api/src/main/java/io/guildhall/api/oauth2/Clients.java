package io.guildhall.api.oauth2;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.identity.StorageAccess;
import io.guildhall.identity.oauth2.ClientSecrets;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Applications;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Applications as clients of OAuth2. */
@ApplicationScoped
public class Clients {
    private static final String FOR_PEOPLE = "1";

    private final StorageAccess storage;
    private final ClientSecrets secrets;

    /**
     * @param redirectUris to which answers may be sent, and to no other
     * @param forPeople whether people may have it for themselves
     */
    public record Client(
            long applicationId, long ownerId, boolean needsCode, List<String> redirectUris, boolean forPeople) {
        public Client {
            redirectUris = List.copyOf(redirectUris);
        }
    }

    @Inject
    public Clients(StorageAccess storage, ClientSecrets secrets) {
        this.storage = storage;
        this.secrets = secrets;
    }

    /** @throws ApiException 10002 when there is no such application */
    public Client find(long applicationId) {
        return stored(applicationId).orElseThrow(() -> ApiException.of(ErrorCode.UNKNOWN_APPLICATION));
    }

    /** @throws OAuth2Refusal unless the body's client_id and client_secret belong together */
    public Client authenticate(JsonNode body) {
        long id = id(body.path("client_id").asText());
        return Optional.of(id)
                .filter(known ->
                        secrets.matches(known, body.path("client_secret").asText()))
                .flatMap(this::stored)
                .orElseThrow(OAuth2Refusal::invalidClient);
    }

    private static long id(String text) {
        try {
            return Snowflake.parse(text);
        } catch (IllegalArgumentException noId) {
            throw OAuth2Refusal.invalidClient();
        }
    }

    private Optional<Client> stored(long applicationId) {
        return storage.row(Read.row(Applications.TABLE, applicationId))
                .await()
                .indefinitely()
                .map(row -> new Client(
                        applicationId,
                        row.get(Applications.OWNER_ID, 0L),
                        row.get(Applications.BOT_REQUIRE_CODE_GRANT, false),
                        redirectUris(row),
                        row.find(Applications.INTEGRATION_TYPES_CONFIG)
                                .map(Json::parse)
                                .filter(config -> config.has(FOR_PEOPLE))
                                .isPresent()));
    }

    private static List<String> redirectUris(RowView row) {
        List<String> uris = new ArrayList<>();
        row.find(Applications.REDIRECT_URIS)
                .map(Json::parse)
                .ifPresent(list -> list.forEach(uri -> uris.add(uri.asText())));
        return uris;
    }
}
