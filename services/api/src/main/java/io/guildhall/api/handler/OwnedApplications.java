package io.guildhall.api.handler;

import io.guildhall.api.call.ApiCall;
import io.guildhall.identity.StorageAccess;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.catalogue.ApplicationsByOwner;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Which applications belong to whom. */
@ApplicationScoped
public class OwnedApplications {
    private final StorageAccess storage;

    @Inject
    public OwnedApplications(StorageAccess storage) {
        this.storage = storage;
    }

    /** The ids of a person's applications, oldest first. */
    public List<Long> of(long ownerId) {
        return storage.rows(Read.from(ApplicationsByOwner.TABLE, ownerId).build()).await().indefinitely().stream()
                .map(row -> row.get(ApplicationsByOwner.APPLICATION_ID))
                .toList();
    }

    /**
     * The application in the call's path.
     *
     * @throws ApiException 10002 when it is not the caller's
     */
    public long require(ApiCall call) {
        long application = Snowflake.parse(call.path().get("application_id"));
        boolean owned = storage.row(
                        Read.row(ApplicationsByOwner.TABLE, call.caller().userId(), application))
                .await()
                .indefinitely()
                .isPresent();
        if (!owned) {
            throw ApiException.of(ErrorCode.UNKNOWN_APPLICATION);
        }
        return application;
    }
}
