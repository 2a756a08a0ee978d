package io.guildhall.guild.push;

import io.guildhall.guild.notification.GuildNotifications;
import io.guildhall.guild.notification.GuildNotifications.Level;

/**
 * What a person wants to be told of one channel on its devices.
 *
 * @param push anything at all
 * @param muted nothing that is not for the person alone
 * @param muteEvents nothing of events that begin
 * @param level of messages of the channel
 * @param threadLevel of messages of a thread that the person follows
 */
record Wishes(
        boolean push,
        boolean muted,
        boolean suppressEveryone,
        boolean suppressRoles,
        boolean muteEvents,
        Level level,
        Level threadLevel) {
    /**
     * @param settings of the guild, or of private channels
     * @param now in ms since 1970
     */
    static Wishes of(GuildNotifications settings, Happening happening, long now) {
        long channel = happening.channelId();
        long parent = happening.parentId();
        Level own = settings.level(channel);
        Level around = own == Level.INHERITED && parent != 0 ? settings.level(parent) : own;
        return new Wishes(
                settings.pushes(),
                settings.mutesAll(now) || settings.mutes(channel, now) || (parent != 0 && settings.mutes(parent, now)),
                settings.suppressesEveryone(),
                settings.suppressesRoles(),
                settings.mutesEvents(),
                around.or(settings.level()).or(happening.defaultLevel()),
                own.or(Level.ALL));
    }
}
