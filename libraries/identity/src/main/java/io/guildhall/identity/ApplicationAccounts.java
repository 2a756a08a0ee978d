package io.guildhall.identity;

import io.guildhall.model.account.UsableAccounts;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.catalogue.Users;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Knows which applications may be used. Asked each time: what an application was given outlives the moment in which its account is disabled. Blocks; call
 * it on a virtual thread.
 */
@ApplicationScoped
public class ApplicationAccounts {
    private final StorageAccess storage;

    @Inject
    public ApplicationAccounts(StorageAccess storage) {
        this.storage = storage;
    }

    public boolean isUsable(long applicationId) {
        return storage.row(Read.row(Users.TABLE, applicationId))
                .await()
                .indefinitely()
                .map(UsableAccounts::isUsable)
                .orElse(true);
    }
}
