package io.guildhall.api.oauth2;

import io.guildhall.identity.StorageAccess;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.Applications;
import io.guildhall.model.table.catalogue.UserApplications;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;

/**
 * Applications that people have for themselves, with the commands that these offer people. Each is one row, which only the person's word writes and takes
 * away: it matters at the next use.
 */
@ApplicationScoped
public class Installs {
    private static final int MOST = 100;

    private final StorageAccess storage;
    private final Clock clock;

    @Inject
    public Installs(StorageAccess storage, Clock clock) {
        this.storage = storage;
        this.clock = clock;
    }

    /** @throws ApiException 50035 when the person has as many as one may have */
    void add(long userId, long applicationId) {
        List<Long> present = of(userId);
        if (present.contains(applicationId)) {
            return;
        }
        if (present.size() >= MOST) {
            throw ApiException.invalidField(
                    "integration_type",
                    "USER_APPLICATIONS_MAX",
                    "Maximum number of applications reached (" + MOST + ").");
        }
        storage.write(List.of(Write.to(UserApplications.TABLE, userId, applicationId)
                        .set(UserApplications.INSTALLED_AT, clock.millis())
                        .build()))
                .await()
                .indefinitely();
    }

    /** False when the person has not got it. */
    boolean remove(long userId, long applicationId) {
        if (!of(userId).contains(applicationId)) {
            return false;
        }
        storage.write(List.of(Write.delete(UserApplications.TABLE, userId, applicationId)))
                .await()
                .indefinitely();
        return true;
    }

    /** Those that there still are, by age. */
    List<Long> listed(long userId) {
        return of(userId).stream()
                .filter(application -> storage.row(Read.row(Applications.TABLE, application))
                        .await()
                        .indefinitely()
                        .isPresent())
                .toList();
    }

    /** The applications by age, also those that are gone. */
    List<Long> of(long userId) {
        return storage
                .rows(Read.from(UserApplications.TABLE, userId).limit(MOST).build())
                .await()
                .indefinitely()
                .stream()
                .map((RowView row) -> row.get(UserApplications.APPLICATION_ID))
                .toList();
    }
}
