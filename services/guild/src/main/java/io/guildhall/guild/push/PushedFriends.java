package io.guildhall.guild.push;

import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.relationship.FriendListener;
import io.guildhall.guild.user.UserState;
import io.guildhall.model.push.PushReason;
import jakarta.inject.Singleton;

/** Whom somebody asks to become a friend, and who is answered with a yes. */
@Singleton
public final class PushedFriends implements FriendListener {
    private final Pushes pushes;

    public PushedFriends(Pushes pushes) {
        this.pushes = pushes;
    }

    @Override
    public void asked(UserState user, long other, Changes changes) {
        pushes.considerPerson(user, other, PushReason.FRIEND_REQUEST, changes);
    }

    @Override
    public void accepted(UserState user, long other, Changes changes) {
        pushes.considerPerson(user, other, PushReason.FRIEND_ACCEPTED, changes);
    }
}
