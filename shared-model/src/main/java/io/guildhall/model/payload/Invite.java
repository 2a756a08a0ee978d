package io.guildhall.model.payload;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/**
 * An invite as anybody may see it.
 *
 * @param type 0 for a guild
 * @param expiresAt null for never
 * @param guildScheduledEvent the event that whoever looks at the invite asked for
 * @param roles what whoever accepts it is given
 */
@RegisterForReflection
public record Invite(
        int type,
        String code,
        Inviting guild,
        String guildId,
        InviteChannel channel,
        @JsonInclude(JsonInclude.Include.NON_NULL) User inviter,
        String expiresAt,
        int flags,
        @JsonInclude(JsonInclude.Include.NON_NULL) Integer targetType,
        @JsonInclude(JsonInclude.Include.NON_NULL) User targetUser,
        @JsonInclude(JsonInclude.Include.NON_NULL) ShownApplication targetApplication,
        @JsonInclude(JsonInclude.Include.NON_NULL) Integer approximateMemberCount,
        @JsonInclude(JsonInclude.Include.NON_NULL) Integer approximatePresenceCount,
        @JsonInclude(JsonInclude.Include.NON_NULL) JsonNode guildScheduledEvent,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<GivenRole> roles) {

    /** The guild that an invite leads to. */
    @RegisterForReflection
    public record Inviting(
            String id,
            String name,
            String splash,
            String banner,
            String description,
            String icon,
            List<String> features,
            int verificationLevel,
            String vanityUrlCode,
            int nsfwLevel,
            boolean nsfw,
            int premiumSubscriptionCount,
            int premiumTier) {
        /** What those may know of a guild who are not in it. */
        public static Inviting of(GuildProperties guild) {
            return new Inviting(
                    guild.id(),
                    guild.name(),
                    guild.splash(),
                    guild.banner(),
                    guild.description(),
                    guild.icon(),
                    guild.features(),
                    guild.verificationLevel(),
                    guild.vanityUrlCode(),
                    guild.nsfwLevel(),
                    guild.nsfw(),
                    0,
                    guild.premiumTier());
        }
    }

    /** A role that comes with an invite. */
    @RegisterForReflection
    public record GivenRole(
            String id, String name, int position, int color, RoleColors colors, String icon, String unicodeEmoji) {
        public static GivenRole of(Role role) {
            return new GivenRole(
                    role.id(),
                    role.name(),
                    role.position(),
                    role.color(),
                    role.colors(),
                    role.icon(),
                    role.unicodeEmoji());
        }
    }

    /** The channel that an invite leads to. */
    @RegisterForReflection
    public record InviteChannel(String id, int type, String name) {}
}
