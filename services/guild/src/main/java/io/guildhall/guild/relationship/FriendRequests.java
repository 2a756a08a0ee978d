package io.guildhall.guild.relationship;

import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.StorageFacade;
import io.guildhall.guild.settings.Privacy;
import io.guildhall.guild.user.Profiles;
import io.guildhall.guild.user.UserState;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.error.PersonErrorCode;
import io.guildhall.model.relationship.RelationshipType;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Relationships;
import io.guildhall.model.table.catalogue.UserGuilds;
import io.guildhall.model.table.catalogue.Users;

/** Asking to become friends, and saying yes. */
final class FriendRequests {
    private FriendRequests() {}

    /** @throws ApiException when the two can't be friends, or are already */
    static void send(UserState user, long other, Changes changes, long now) {
        Circle circle = Circle.of(user);
        requirePossible(user, other, circle);
        CircleEdits edits = new CircleEdits(user, changes, now);
        if (circle.has(RelationshipType.INCOMING_REQUEST, other)) {
            edits.become(RelationshipType.FRIEND, other);
            edits.tell(other, FriendAccepted.STEP);
        } else if (!circle.has(RelationshipType.OUTGOING_REQUEST, other)) {
            edits.become(RelationshipType.OUTGOING_REQUEST, other);
            edits.tell(other, FriendRequested.STEP);
        }
    }

    private static void requirePossible(UserState user, long other, Circle circle) {
        StorageFacade storage = user.context().storage();
        if (other == user.id()) {
            throw ApiException.of(PersonErrorCode.CANNOT_SEND_FRIEND_REQUEST_TO_SELF);
        }
        RowView account = Profiles.row(storage, other)
                .filter(row -> !row.get(Users.DELETED, false))
                .orElseThrow(() -> ApiException.of(ErrorCode.UNKNOWN_USER));
        if (account.get(Users.BOT, false)) {
            throw ApiException.of(PersonErrorCode.BOTS_CANNOT_HAVE_FRIENDS);
        }
        if (circle.has(RelationshipType.FRIEND, other)) {
            throw ApiException.of(PersonErrorCode.ALREADY_FRIENDS);
        }
        if (circle.isFull(RelationshipType.FRIEND) || circle.isFull(RelationshipType.OUTGOING_REQUEST)) {
            throw ApiException.of(ErrorCode.MAXIMUM_NUMBER_OF_FRIENDS_REACHED);
        }
        boolean blocked = storage.row(Relationships.TABLE, other, user.id())
                .filter(row -> Relationships.is(RelationshipType.BLOCKED, row))
                .isPresent();
        if (blocked || !circle.has(RelationshipType.INCOMING_REQUEST, other) && !isWelcome(user, other, circle)) {
            throw ApiException.of(PersonErrorCode.FRIEND_REQUEST_BLOCKED);
        }
    }

    /** Whether the other wants to be asked by somebody like this. */
    private static boolean isWelcome(UserState user, long other, Circle circle) {
        StorageFacade storage = user.context().storage();
        Privacy privacy = Privacy.of(storage, other);
        return privacy.isOpenToAll()
                || privacy.isOpenToMembers()
                        && storage
                                .read(
                                        UserGuilds.TABLE,
                                        Read.from(UserGuilds.TABLE, other).build())
                                .stream()
                                .anyMatch(row -> user.guilds().contains(row.get(UserGuilds.GUILD_ID)))
                || privacy.isOpenToFriendsOfFriends()
                        && storage
                                .read(
                                        Relationships.TABLE,
                                        Read.from(Relationships.TABLE, other).build())
                                .stream()
                                .filter(row -> Relationships.is(RelationshipType.FRIEND, row))
                                .anyMatch(row -> circle.has(RelationshipType.FRIEND, row.get(Relationships.OTHER_ID)));
    }
}
