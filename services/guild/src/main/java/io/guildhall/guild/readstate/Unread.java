package io.guildhall.guild.readstate;

import io.guildhall.guild.user.UserState;

/** What others need to know of how far a person has read. */
public final class Unread {
    private Unread() {}

    /** Whether the person has read this message, as far as its clients have said. */
    public static boolean isRead(UserState user, long channelId, long messageId) {
        return ReadProgress.of(user)
                .states()
                .find(channelId)
                .filter(state -> messageId <= state.lastMessageId())
                .isPresent();
    }

    /** How many mentions and private messages wait for the person; those of everyone and of roles are not among them. */
    public static long mentions(UserState user) {
        return ReadProgress.of(user).states().values().stream()
                .mapToLong(ReadState::mentionCount)
                .sum();
    }
}
