package io.guildhall.model.payload;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Members;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Collection;
import java.util.List;

/**
 * A member of a guild.
 *
 * @param user left out where the surrounding payload has it, as in messages
 * @param guildId only in events
 * @param permissions only in interactions: what the member may do in the channel
 */
@RegisterForReflection
public record Member(
        @JsonInclude(JsonInclude.Include.NON_NULL) User user,
        @JsonInclude(JsonInclude.Include.NON_NULL) String guildId,
        String nick,
        String avatar,
        String banner,
        List<String> roles,
        String joinedAt,
        String premiumSince,
        boolean deaf,
        boolean mute,
        int flags,
        boolean pending,
        String communicationDisabledUntil,
        @JsonInclude(JsonInclude.Include.NON_NULL) String permissions) {

    /** Reads a row of {@link Members}; the user comes from elsewhere. */
    public static Member from(RowView row, User user) {
        return new Member(
                user,
                null,
                row.get(Members.NICK),
                row.get(Members.AVATAR),
                row.get(Members.BANNER),
                texts(row.get(Members.ROLES, List.of())),
                Json.timestamp(row.get(Members.JOINED_AT, 0L)),
                Json.timestampOrNull(row.get(Members.PREMIUM_SINCE)),
                row.get(Members.DEAF, false),
                row.get(Members.MUTE, false),
                row.get(Members.FLAGS, 0L).intValue(),
                row.get(Members.PENDING, false),
                Json.timestampOrNull(row.get(Members.COMMUNICATION_DISABLED_UNTIL)),
                null);
    }

    /** As it stands in a message, beside its author. */
    public Member withoutUser() {
        return with(null, null);
    }

    /** As it stands in an event. */
    public Member inEvent(String guild) {
        return with(user, guild);
    }

    private Member with(User newUser, String newGuild) {
        return new Member(
                newUser,
                newGuild,
                nick,
                avatar,
                banner,
                roles,
                joinedAt,
                premiumSince,
                deaf,
                mute,
                flags,
                pending,
                communicationDisabledUntil,
                permissions);
    }

    @JsonProperty("avatar_decoration_data")
    JsonNode avatarDecorationData() {
        return null;
    }

    @JsonProperty("collectibles")
    JsonNode collectibles() {
        return null;
    }

    private static List<String> texts(Collection<Long> ids) {
        return ids.stream().map(Snowflake::format).toList();
    }
}
