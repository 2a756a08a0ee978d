package io.guildhall.guild.provisional;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.relationship.AccountMoves;
import io.guildhall.guild.user.UserState;
import io.guildhall.guild.user.UserStep;
import io.guildhall.model.payload.UserFlag;
import io.guildhall.model.table.catalogue.Users;
import jakarta.inject.Singleton;
import java.time.Clock;

/** The game is gone for which alone this account was there: it ends, and is nobody's friend any more. */
@Singleton
public final class GameGone implements UserStep {
    static final String STEP = "gameGone";

    private final Clock clock;

    public GameGone(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String step() {
        return STEP;
    }

    @Override
    public Reply handle(UserState user, JsonNode body, Changes changes) {
        boolean provisional = (user.account().get(Users.FLAGS, 0L) & UserFlag.PROVISIONAL_ACCOUNT) != 0;
        if (provisional && !user.account().get(Users.DELETED, false)) {
            AccountMoves.endAll(user, clock.millis(), changes);
            MergeAccount.end(user, changes);
        }
        return Reply.noContent();
    }
}
