package io.guildhall.guild.push;

import io.guildhall.guild.notification.GuildNotifications.Level;
import io.guildhall.model.push.PushReason;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a person is told of something on its devices: made when it happens, and again when it is sent. The first row that fits decides:
 *
 * <table>
 * <caption>Who is told</caption>
 * <tr><th>When</th><th>Then</th></tr>
 * <tr><td>it is the person's own, of somebody whom it blocked, silent, read by now, or the person looks</td><td>nothing</td></tr>
 * <tr><td>the person wants no notifications of the guild on its devices</td><td>nothing, but of friends</td></tr>
 * <tr><td>the channel's level is "nothing"</td><td>nothing, but of friends</td></tr>
 * <tr><td>a mention by name, a reply</td><td>told, muted or not</td></tr>
 * <tr><td>the guild, the channel or the thread's channel is muted</td><td>nothing</td></tr>
 * <tr><td>a mention of a role, of everyone</td><td>told unless the person suppresses those</td></tr>
 * <tr><td>an event that begins, in which the person is interested</td><td>told unless the person mutes events</td></tr>
 * <tr><td>any message of a private channel, a followed thread, a channel</td><td>told at the level "all"</td></tr>
 * </table>
 */
final class Decision {
    /**
     * How it stands between a person and what happens.
     *
     * @param active whether somebody looks at one of the person's sessions
     */
    record Circumstances(boolean own, boolean blocked, boolean silent, boolean read, boolean active) {
        boolean allow() {
            return !own && !blocked && !silent && !read && !active;
        }
    }

    private Decision() {}

    /** The most important of the reasons for which the person is told; empty when it is not. */
    static Optional<PushReason> of(Set<PushReason> reasons, Circumstances circumstances, Wishes wishes) {
        if (!circumstances.allow()) {
            return Optional.empty();
        }
        return Arrays.stream(PushReason.values())
                .filter(reasons::contains)
                .filter(reason -> wanted(reason, wishes))
                .findFirst();
    }

    private static boolean wanted(PushReason reason, Wishes wishes) {
        if (reason.isOfPeople()) {
            return true;
        }
        if (!wishes.push() || level(reason, wishes) == Level.NOTHING) {
            return false;
        }
        return switch (reason) {
            case MENTION, REPLY, FRIEND_REQUEST, FRIEND_ACCEPTED -> true;
            case EVENT_START -> !wishes.muted() && !wishes.muteEvents();
            case ROLE_MENTION -> !wishes.muted() && !wishes.suppressRoles();
            case EVERYONE_MENTION -> !wishes.muted() && !wishes.suppressEveryone();
            case PRIVATE_MESSAGE, THREAD_MESSAGE, CHANNEL_MESSAGE ->
                !wishes.muted() && level(reason, wishes) == Level.ALL;
        };
    }

    private static Level level(PushReason reason, Wishes wishes) {
        return reason == PushReason.THREAD_MESSAGE ? wishes.threadLevel() : wishes.level();
    }
}
