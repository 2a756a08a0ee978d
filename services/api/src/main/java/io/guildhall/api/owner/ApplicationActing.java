package io.guildhall.api.owner;

import io.guildhall.identity.StorageAccess;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.identity.Grant;
import io.guildhall.model.identity.Identity;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.catalogue.ApplicationsByOwner;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Whether somebody acts for an application: its bot, it itself for a person who let it, or whose it is. */
@ApplicationScoped
public class ApplicationActing {
    private final StorageAccess storage;

    @Inject
    public ApplicationActing(StorageAccess storage) {
        this.storage = storage;
    }

    /** @throws ApiException 10002 when the caller has nothing to do with it */
    public void require(Identity caller, long application) {
        boolean acts =
                switch (kind(caller)) {
                    case BOT, GRANTED -> application(caller) == application;
                    case PERSON -> owns(caller.userId(), application);
                };
        if (!acts) {
            throw ApiException.of(ErrorCode.UNKNOWN_APPLICATION);
        }
    }

    /** The application that calls: a bot's own, or the one that speaks for a person; 0 for a person by themselves. */
    public static long application(Identity caller) {
        return caller.grant().map(Grant::applicationId).orElse(caller.applicationId());
    }

    private enum Kind {
        BOT,
        GRANTED,
        PERSON
    }

    private static Kind kind(Identity caller) {
        if (caller.bot()) {
            return Kind.BOT;
        }
        return caller.grant().isPresent() ? Kind.GRANTED : Kind.PERSON;
    }

    private boolean owns(long person, long application) {
        return storage.row(Read.row(ApplicationsByOwner.TABLE, person, application))
                .await()
                .indefinitely()
                .isPresent();
    }
}
