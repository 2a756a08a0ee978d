package io.guildhall.guild.user;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.state.Rows;
import io.guildhall.model.account.StandingSteps;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Users;
import jakarta.inject.Singleton;

/** Puts in force what the account's person has proved, and tells the person's sessions. */
@Singleton
public final class AccountStanding implements UserStep {
    private final ProfileChange profiles;

    public AccountStanding(ProfileChange profiles) {
        this.profiles = profiles;
    }

    @Override
    public String step() {
        return StandingSteps.STEP;
    }

    @Override
    public Reply handle(UserState user, JsonNode body, Changes changes) {
        RowView account = user.account();
        String proved = body.path(StandingSteps.VERIFIED_EMAIL).asText("");
        if (!proved.isEmpty()
                && proved.equalsIgnoreCase(account.get(Users.EMAIL, ""))
                && !account.get(Users.VERIFIED, true)) {
            profiles.apply(user, Rows.with(account, Users.VERIFIED, true), changes);
        }
        return Reply.noContent();
    }
}
