package io.guildhall.guild.user;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.state.Rows;
import io.guildhall.model.account.StandingSteps;
import io.guildhall.model.payload.SelfUser;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Users;
import jakarta.inject.Singleton;

/** Puts in force what the account's person has proved, and what others decided about it; the person's sessions are told. */
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
        RowView changed = account;
        String proved = body.path(StandingSteps.VERIFIED_EMAIL).asText("");
        if (!proved.isEmpty() && proved.equalsIgnoreCase(account.get(Users.EMAIL, ""))) {
            changed = Rows.with(changed, Users.VERIFIED, true);
        }
        if (body.has(StandingSteps.SECOND_FACTOR)) {
            changed = Rows.with(
                    changed,
                    Users.MFA_ENABLED,
                    body.get(StandingSteps.SECOND_FACTOR).asBoolean());
        }
        if (body.has(StandingSteps.DISABLED)) {
            // Nobody sees it of the account, so nobody is told.
            boolean disabled = body.get(StandingSteps.DISABLED).asBoolean();
            changed = Rows.with(changed, Users.DISABLED, disabled);
            user.changeAccount(changed, changes);
        }
        if (body.has(StandingSteps.PAUSED)) {
            changed = Rows.with(
                    changed, Users.PAUSED, body.get(StandingSteps.PAUSED).asBoolean());
            user.changeAccount(changed, changes);
        }
        if (!SelfUser.from(changed).equals(user.self())) {
            profiles.apply(user, changed, changes);
        }
        return Reply.noContent();
    }
}
