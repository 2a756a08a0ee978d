package io.guildhall.api.roleconnection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.api.call.ApiCall;
import io.guildhall.identity.StorageAccess;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.identity.Identity;
import io.guildhall.model.payload.Json;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.Applications;
import io.guildhall.model.table.catalogue.RoleConnections;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** What one application has told of one person: the last word counts. */
@ApplicationScoped
public class RoleConnectionRecords {
    private final StorageAccess storage;

    @Inject
    public RoleConnectionRecords(StorageAccess storage) {
        this.storage = storage;
    }

    /**
     * The application in the call's path.
     *
     * @throws ApiException 401 unless it is the one that speaks for the person
     */
    long application(ApiCall call) {
        long named = Snowflake.parse(call.path().get("application_id"));
        return call.identity()
                .flatMap(Identity::grant)
                .filter(grant -> grant.applicationId() == named)
                .orElseThrow(ApiException::unauthorized)
                .applicationId();
    }

    /** As Discord shows it; a name that was never told is left out. */
    ObjectNode find(long user, long application) {
        Optional<RowView> row = storage.row(Read.row(RoleConnections.TABLE, user, application))
                .await()
                .indefinitely();
        ObjectNode view = Json.object();
        row.flatMap(found -> found.find(RoleConnections.PLATFORM_NAME))
                .ifPresent(name -> view.put("platform_name", name));
        view.put(
                "platform_username",
                row.flatMap(found -> found.find(RoleConnections.PLATFORM_USERNAME))
                        .orElse(null));
        view.set(
                "metadata",
                Json.parse(row.flatMap(found -> found.find(RoleConnections.METADATA))
                        .orElse("{}")));
        return view;
    }

    /** Fields that are not named stay. */
    void save(long user, long application, RoleConnectionBody told) {
        Write write = Write.to(RoleConnections.TABLE, user, application);
        if (told.platformName().named()) {
            write.set(RoleConnections.PLATFORM_NAME, told.platformName().orNull());
        }
        if (told.platformUsername().named()) {
            write.set(RoleConnections.PLATFORM_USERNAME, told.platformUsername().orNull());
        }
        if (told.metadata().named()) {
            JsonNode metadata = told.metadata().or(Json.object());
            MetadataRules.check(metadata, declared(application));
            write.set(RoleConnections.METADATA, metadata.toString());
        }
        storage.write(List.of(write.build())).await().indefinitely();
    }

    void delete(long user, long application) {
        storage.write(List.of(Write.delete(RoleConnections.TABLE, user, application)))
                .await()
                .indefinitely();
    }

    private JsonNode declared(long application) {
        return storage.row(Read.row(Applications.TABLE, application))
                .await()
                .indefinitely()
                .flatMap(row -> row.find(Applications.ROLE_CONNECTIONS_METADATA))
                .map(Json::parse)
                .orElseGet(() -> Json.parse("[]"));
    }
}
