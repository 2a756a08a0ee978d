package io.guildhall.guild.relationship;

import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.user.UserState;

/** Takes note of what others want to be to a person, in the batch with which it is so. */
public interface FriendListener {
    /** Somebody asks to become a friend. */
    void asked(UserState user, long other, Changes changes);

    /** Somebody whom the person asked has become a friend. */
    void accepted(UserState user, long other, Changes changes);
}
