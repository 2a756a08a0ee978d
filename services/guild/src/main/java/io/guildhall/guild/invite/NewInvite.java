package io.guildhall.guild.invite;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.authority.ListedRoles;
import io.guildhall.guild.state.GuildChannel;
import io.guildhall.guild.state.GuildState;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.table.catalogue.Applications;
import java.util.List;

/** What a request says about an invite that it makes. */
public record NewInvite(
        Given<Long> maxAge,
        Given<Long> maxUses,
        Given<Boolean> temporary,
        Given<Boolean> unique,
        Given<Long> targetType,
        Given<Long> targetUserId,
        Given<Long> targetApplicationId,
        Given<List<Long>> targetUsersFile,
        Given<List<Long>> roleIds) {
    private static final long TO_STREAM = 1;
    private static final long TO_ACTIVITY = 2;

    public static NewInvite of(JsonNode body) {
        Fields fields = new Fields(body);
        return new NewInvite(
                fields.number("max_age"),
                fields.number("max_uses"),
                fields.flag("temporary"),
                fields.flag("unique"),
                fields.number("target_type"),
                fields.snowflake("target_user_id"),
                fields.snowflake("target_application_id"),
                fields.snowflakes("target_users_file"),
                fields.snowflakes("role_ids"));
    }

    /** One that is asked for, and one that is for some people only. */
    boolean isUnique() {
        return unique.or(false) || targetUsersFile.value().isPresent();
    }

    /** Without @everyone, in one order; null for none. */
    List<Long> roles(long guild) {
        List<Long> roles =
                ListedRoles.of(guild, roleIds.or(List.of())).stream().sorted().toList();
        return roles.isEmpty() ? null : roles;
    }

    /**
     * An invite to a stream names the streamer, who is in that voice channel; one to an activity names the application. What somebody in a
     * voice channel shows there is not known here.
     *
     * @throws ApiException when it names none, or one to which it does not lead
     */
    void requireTarget(GuildState guild, GuildChannel channel) {
        long kind = targetType.or(0L);
        if (kind == TO_STREAM && !isIn(channel, targetUserId.required(), guild)) {
            throw ApiException.invalidField(
                    targetUserId.field(),
                    "GUILD_INVITE_INVALID_STREAMER",
                    "The specified user is currently not streaming in this channel");
        }
        if (kind == TO_ACTIVITY && !isApplication(targetApplicationId.required(), guild)) {
            throw ApiException.invalidField(
                    targetApplicationId.field(),
                    "GUILD_INVITE_INVALID_APPLICATION",
                    "The specified application is not embedded");
        }
    }

    /** Whom it leads to; null unless it is an invite to a stream, as only then somebody has looked whether it does. */
    Long streamer() {
        return targetType.or(0L) == TO_STREAM ? targetUserId.orNull() : null;
    }

    /** The application of the activity that it leads to; null for all others. */
    Long activity() {
        return targetType.or(0L) == TO_ACTIVITY ? targetApplicationId.orNull() : null;
    }

    private static boolean isIn(GuildChannel channel, long user, GuildState guild) {
        return guild.voice()
                .find(user)
                .filter(state -> state.channelId() == channel.id())
                .isPresent();
    }

    /** Every application may have an activity. */
    private static boolean isApplication(long application, GuildState guild) {
        return guild.storage().row(Applications.TABLE, application).isPresent();
    }
}
