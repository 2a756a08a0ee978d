package io.guildhall.guild.provisional;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.relationship.AccountMoves;
import io.guildhall.guild.state.Rows;
import io.guildhall.guild.user.UserState;
import io.guildhall.guild.user.UserStep;
import io.guildhall.model.event.Events;
import io.guildhall.model.name.UsernameRule;
import io.guildhall.model.payload.Json;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.ApplicationPlayers;
import io.guildhall.model.table.catalogue.Usernames;
import io.guildhall.model.table.catalogue.Users;
import jakarta.inject.Singleton;
import java.time.Clock;

/**
 * A player's provisional account becomes a person's own: friends and lobbies go over, and this one is gone. What is left says whose messages there
 * were.
 */
@Singleton
public final class MergeAccount implements UserStep {
    private final Clock clock;

    public MergeAccount(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String step() {
        return "mergeAccount";
    }

    @Override
    public Reply handle(UserState user, JsonNode body, Changes changes) {
        AccountMove move = AccountMove.of(body);
        if (user.account().get(Users.DELETED, false)) {
            move.requireDone(user);
            return Reply.noContent();
        }
        move.claimWithPlace(user, changes);
        move.leave(user, changes);
        changes.write(
                Write.to(ApplicationPlayers.TABLE, move.application(), ApplicationPlayers.slice(move.to()), move.to())
                        .set(ApplicationPlayers.LINKED, true)
                        .build());
        AccountMoves.moveFriends(user, move.to(), clock.millis(), changes);
        move.moveLobbies(user, changes);
        end(user, changes);
        return Reply.noContent();
    }

    /** Of the account stays what messages show of who wrote them. */
    static void end(UserState user, Changes changes) {
        RowView before = user.account();
        RowView after = Rows.with(Rows.with(before, Users.DELETED, true), Users.AVATAR, null);
        Rows.save(before, after, changes);
        changes.write(Write.delete(Usernames.TABLE, UsernameRule.key(before.get(Users.USERNAME, ""))));
        user.replace(after, null);
        changes.event(Events.control("$INVALIDATE", Json.object().put("resumable", false))
                .build());
    }
}
