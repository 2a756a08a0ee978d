package io.guildhall.guild.state;

import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.permission.Permission;
import io.guildhall.model.table.catalogue.Guilds;
import java.time.Duration;

/**
 * How long somebody must have been around before they speak in a guild, by its {@code verification_level}. Bots, members with a role or with
 * the flag for it, and the owner are let be. Guilds ask for no proof of an address, so that the first level asks for nothing; there
 * are no phone numbers, so that the last one asks for what the one before does.
 */
public enum VerificationLevel {
    NONE(Duration.ZERO, Duration.ZERO),
    LOW(Duration.ZERO, Duration.ZERO),
    MEDIUM(Duration.ofMinutes(5), Duration.ZERO),
    HIGH(Duration.ofMinutes(5), Duration.ofMinutes(10)),
    VERY_HIGH(Duration.ofMinutes(5), Duration.ofMinutes(10));

    /** Permissions to say or begin something where others are. */
    private static final long SPEAKING = Permission.of(
            Permission.SEND_MESSAGES,
            Permission.SEND_MESSAGES_IN_THREADS,
            Permission.CREATE_PUBLIC_THREADS,
            Permission.CREATE_PRIVATE_THREADS,
            Permission.ADD_REACTIONS,
            Permission.CONNECT);

    private final long ageOfAccount;
    private final long ageOfMembership;

    VerificationLevel(Duration ageOfAccount, Duration ageOfMembership) {
        this.ageOfAccount = ageOfAccount.toMillis();
        this.ageOfMembership = ageOfMembership.toMillis();
    }

    static VerificationLevel of(GuildView guild) {
        long number = guild.row().get(Guilds.VERIFICATION_LEVEL, 0L);
        return values()[(int) Math.clamp(number, 0, values().length - 1)];
    }

    /**
     * Refuses a permission to speak to who has not been around for long enough.
     *
     * @throws ApiException 50009
     */
    static void require(GuildView guild, GuildMember member, long needed) {
        if ((needed & SPEAKING) != 0 && !lets(guild, member)) {
            throw ApiException.of(ErrorCode.CHANNEL_VERIFICATION_LEVEL_TOO_HIGH_FOR_YOU_TO_GAIN_ACCESS);
        }
    }

    /** Whether the member may speak now, as far as the level goes. */
    public static boolean lets(GuildView guild, GuildMember member) {
        VerificationLevel level = of(guild);
        return level.isMetBy(member, guild.now())
                || member.id() == guild.ownerId()
                || member.roles().length > 0
                || member.bot()
                || member.bypassesVerification();
    }

    private boolean isMetBy(GuildMember member, long now) {
        return now - Snowflake.timestamp(member.id()) >= ageOfAccount && now - member.joinedAt() >= ageOfMembership;
    }
}
