package io.guildhall.api.owner;

import io.guildhall.identity.StorageAccess;
import io.guildhall.model.account.UsableAccounts;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.catalogue.Users;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Knows whose account may be used. Asked each time: the token of an interaction outlives the moment in which an account is disabled. */
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
