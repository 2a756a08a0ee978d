package io.guildhall.guild.state;

import io.guildhall.model.permission.Permission;
import java.util.OptionalLong;
import java.util.function.LongPredicate;

/**
 * What a guild that asks its moderators for a second factor ({@code mfa_level} 1) holds against whoever calls without one: what they could do to
 * others or to the guild does not count. Bots are not doubted. Who it is is looked up only when they have something of the
 * kind, and once in a command.
 */
public final class Doubt {
    /** Nobody is doubted. */
    public static final Doubt NONE = new Doubt(OptionalLong.empty(), user -> true);

    /** What Discord asks a second factor for. */
    public static final long MODERATION = Permission.of(
            Permission.KICK_MEMBERS,
            Permission.BAN_MEMBERS,
            Permission.ADMINISTRATOR,
            Permission.MANAGE_CHANNELS,
            Permission.MANAGE_GUILD,
            Permission.MANAGE_MESSAGES,
            Permission.MANAGE_ROLES,
            Permission.MANAGE_WEBHOOKS,
            Permission.MANAGE_GUILD_EXPRESSIONS,
            Permission.MANAGE_THREADS);

    private final OptionalLong caller;
    private final LongPredicate hasSecondFactor;
    private Boolean unproven;

    private Doubt(OptionalLong caller, LongPredicate hasSecondFactor) {
        this.caller = caller;
        this.hasSecondFactor = hasSecondFactor;
    }

    /** About the person who calls. */
    static Doubt about(long caller, LongPredicate hasSecondFactor) {
        return new Doubt(OptionalLong.of(caller), hasSecondFactor);
    }

    /** What is left of what a member holds. */
    long less(GuildMember member, long held) {
        return (held & MODERATION) != 0 && isAbout(member) && unproven() ? held & ~MODERATION : held;
    }

    /** Whether somebody is refused these for the want of a second factor. */
    boolean took(GuildMember member, long missing) {
        return (missing & ~MODERATION) == 0 && isAbout(member) && unproven();
    }

    private boolean isAbout(GuildMember member) {
        return caller.isPresent() && caller.getAsLong() == member.id() && !member.bot();
    }

    private boolean unproven() {
        if (unproven == null) {
            unproven = !hasSecondFactor.test(caller.getAsLong());
        }
        return unproven;
    }
}
