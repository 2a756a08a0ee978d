package io.guildhall.guild.provisional;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.relationship.AccountMoves;
import io.guildhall.guild.user.UserState;
import io.guildhall.guild.user.UserStep;
import jakarta.inject.Singleton;

/**
 * The account that a person had linked to a game is theirs alone again, and the player goes on with one that was just made: lobbies go over, and
 * friends who have to do with the game are friends of both.
 */
@Singleton
public final class SplitAccount implements UserStep {
    @Override
    public String step() {
        return "splitAccount";
    }

    @Override
    public Reply handle(UserState user, JsonNode body, Changes changes) {
        AccountMove move = AccountMove.of(body);
        move.claim(user, changes);
        move.leave(user, changes);
        AccountMoves.shareFriends(user, move.to(), move.application(), changes);
        move.moveLobbies(user, changes);
        return Reply.noContent();
    }
}
