package io.guildhall.model.payload;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Users;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** A user as it sees itself. */
@RegisterForReflection
public record SelfUser(
        @JsonUnwrapped User user,
        boolean mfaEnabled,
        String locale,
        int premiumType,
        String email,
        boolean verified,
        String bio) {

    /** Reads a row of {@link Users}. */
    public static SelfUser from(RowView row) {
        return new SelfUser(
                User.from(row),
                row.get(Users.MFA_ENABLED, false),
                row.get(Users.LOCALE, "en-US"),
                0,
                row.get(Users.EMAIL),
                row.get(Users.VERIFIED, true),
                row.get(Users.BIO, ""));
    }
}
