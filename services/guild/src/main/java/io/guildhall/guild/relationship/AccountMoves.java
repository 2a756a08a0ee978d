package io.guildhall.guild.relationship;

import io.guildhall.guild.collection.LongMap;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.user.UserState;
import io.guildhall.model.relationship.RelationshipType;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.Relationships;

/** What becomes of somebody's friends when their account becomes another, or another is made beside it. */
public final class AccountMoves {
    private AccountMoves() {}

    /** Friends are the other account's from now on; what is asked of the others, and who is blocked, ends with this account. */
    public static void moveFriends(UserState user, long to, long now, Changes changes) {
        CircleEdits edits = new CircleEdits(user, changes, now);
        Circle.of(user).byOther().values().forEach(found -> {
            if (found.type() == RelationshipType.FRIEND) {
                FriendMoved.move(found.otherId(), user.id(), to, changes);
            } else if (found.type() != RelationshipType.BLOCKED) {
                edits.tell(found.otherId(), RelationshipEnded.STEP);
            }
        });
        forgetAll(user, changes);
    }

    /** Nobody has to do with the account any more. */
    public static void endAll(UserState user, long now, Changes changes) {
        CircleEdits edits = new CircleEdits(user, changes, now);
        Circle.of(user).byOther().values().stream()
                .filter(found -> found.type() != RelationshipType.BLOCKED)
                .forEach(found -> edits.tell(found.otherId(), RelationshipEnded.STEP));
        forgetAll(user, changes);
    }

    private static void forgetAll(UserState user, Changes changes) {
        changes.write(Write.deletePartition(Relationships.TABLE, user.id()));
        user.putPart(new Circle(LongMap.empty()));
    }

    /** Friends who have to do with the application become friends of the other account too. */
    public static void shareFriends(UserState user, long to, long application, Changes changes) {
        Circle.of(user).byOther().values().stream()
                .filter(found -> found.type() == RelationshipType.FRIEND)
                .forEach(friend -> FriendMoved.share(friend.otherId(), user.id(), to, application, changes));
    }
}
