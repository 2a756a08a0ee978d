package io.guildhall.guild.push;

import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.notification.GuildNotifications;
import io.guildhall.guild.notification.Notifications;
import io.guildhall.guild.push.Decision.Circumstances;
import io.guildhall.guild.readstate.Unread;
import io.guildhall.guild.relationship.Circle;
import io.guildhall.guild.user.OwnSessions;
import io.guildhall.guild.user.UserState;
import io.guildhall.model.fact.PushFact;
import io.guildhall.model.push.PushReason;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Set;

/**
 * Decides at a person's actor, where everything is known that the person wants, and has it told by a fact of the actor's log. Whoever has no device
 * costs nothing.
 */
@Singleton
public final class Pushes {
    private final Clock clock;

    public Pushes(Clock clock) {
        this.clock = clock;
    }

    void consider(UserState user, Happening happening, Set<PushReason> reasons, Changes changes) {
        if (user.isBot() || Devices.of(user).isEmpty()) {
            return;
        }
        Wishes wishes = Wishes.of(settings(user, happening.guildId()), happening, clock.millis());
        Decision.of(reasons, circumstances(user, happening), wishes)
                .ifPresent(reason ->
                        tell(user, reason, happening.messageId(), happening.channelId(), happening.guildId(), changes));
    }

    void considerPerson(UserState user, long other, PushReason reason, Changes changes) {
        if (!user.isBot() && !Devices.of(user).isEmpty() && !OwnSessions.isThere(user)) {
            tell(user, reason, other, 0, 0, changes);
        }
    }

    static GuildNotifications settings(UserState user, long guildId) {
        return Notifications.of(user).in(guildId == 0 ? Notifications.PRIVATE : guildId);
    }

    static Circumstances circumstances(UserState user, Happening happening) {
        return new Circumstances(
                happening.authorId() == user.id(),
                Circle.blocks(user, happening.authorId()),
                happening.silent(),
                Unread.isRead(user, happening.channelId(), happening.messageId()),
                OwnSessions.isThere(user));
    }

    private void tell(UserState user, PushReason reason, long subject, long channel, long guild, Changes changes) {
        long now = clock.millis();
        changes.fact(PushFact.TOPIC, () -> new PushFact(user.id(), reason, subject, channel, guild, now).fact());
    }
}
