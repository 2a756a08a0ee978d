package io.guildhall.api.admin;

import io.guildhall.api.call.ApiCall;
import io.guildhall.identity.People;
import io.guildhall.identity.StorageAccess;
import io.guildhall.identity.instance.Administrators;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.instance.AdminRole;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.catalogue.Users;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Finds accounts for whoever looks after the instance. */
@ApplicationScoped
public class AccountRecords {
    private final StorageAccess storage;
    private final People people;
    private final Administrators administrators;

    @Inject
    public AccountRecords(StorageAccess storage, People people, Administrators administrators) {
        this.storage = storage;
        this.people = people;
        this.administrators = administrators;
    }

    Optional<AccountRecord> find(long userId) {
        return storage.row(Read.row(Users.TABLE, userId))
                .await()
                .indefinitely()
                .filter(row -> row.has(Users.USERNAME))
                .map(AccountRecord::new);
    }

    /** By an id, a username or an e-mail address. An id comes first: anybody may take the digits of somebody else's for a name. */
    Optional<AccountRecord> find(String query) {
        return NamedId.of(query).flatMap(this::find).or(() -> people.id(query).flatMap(this::find));
    }

    /** The account that the path names. */
    AccountRecord require(ApiCall call) {
        return find(Snowflake.parse(call.path().get("user_id")))
                .orElseThrow(() -> ApiException.of(ErrorCode.UNKNOWN_USER));
    }

    /**
     * The account that the path names, to do something to it: only administrators do anything to those who look after the instance
     * themselves, and nobody locks themselves out.
     */
    AccountRecord requireSubject(ApiCall call) {
        AccountRecord account = require(call);
        boolean administers = administrators.role(account.id()).isPresent();
        boolean allowed = !administers
                || administrators
                        .role(call.caller())
                        .filter(AdminRole.ADMINISTRATOR::equals)
                        .isPresent();
        if (!allowed || account.id() == call.caller().userId()) {
            throw ApiException.of(ErrorCode.MISSING_PERMISSIONS);
        }
        if (account.deleted()) {
            throw ApiException.of(ErrorCode.UNKNOWN_USER);
        }
        return account;
    }
}
