package io.guildhall.guild.interaction;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.call.Place;
import io.guildhall.guild.call.Surroundings;
import io.guildhall.guild.commandaccess.CommandContext;
import io.guildhall.guild.entitlement.ActiveEntitlements;
import io.guildhall.guild.installation.Installation;
import io.guildhall.guild.message.AppMessages;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import io.guildhall.model.payload.Member;
import io.guildhall.model.permission.Permission;
import io.guildhall.model.table.catalogue.Users;

/** INTERACTION_CREATE as an application gets it. */
record InteractionPayload(Place place, long userId, long applicationId) {
    private static final long ATTACHMENT_SIZE_LIMIT = 10L * 1024 * 1024;

    /** What applications may do in private channels, and at most where they are brought along. */
    private static final long IN_PRIVATE = Permission.of(
            Permission.ATTACH_FILES,
            Permission.EMBED_LINKS,
            Permission.MENTION_EVERYONE,
            Permission.USE_EXTERNAL_EMOJIS);

    ObjectNode of(long id, int type, Request request, String token) {
        ObjectNode interaction = Json.object()
                .put("id", Snowflake.format(id))
                .put("application_id", Snowflake.format(applicationId))
                .put("type", type)
                .put("token", token)
                .put("version", 1)
                .put("channel_id", Snowflake.format(place.channelId()))
                .put("attachment_size_limit", ATTACHMENT_SIZE_LIMIT)
                .put("locale", locale());
        interaction.set("data", request.data());
        interaction.set("entitlements", ActiveEntitlements.of(place, userId, applicationId));
        interaction.set("authorizing_integration_owners", request.installation().owners());
        Surroundings surroundings = place.surroundings();
        surroundings
                .channel(place.channelId(), userId, applicationId)
                .ifPresent(channel -> interaction.set("channel", channel));
        surroundings.guildInShort().ifPresent(guild -> {
            interaction.set("guild_id", guild.get("id"));
            interaction.set("guild_locale", guild.get("locale"));
            interaction.set("guild", guild);
        });
        request.source().ifPresent(source -> interaction.set("message", AppMessages.json(place, source)));
        interaction.put("context", CommandContext.of(place, applicationId).number());
        return place.guildId().isPresent() ? inGuild(interaction, request.installation()) : inPrivate(interaction);
    }

    private ObjectNode inGuild(ObjectNode interaction, Installation installation) {
        Member member = place.findMember(userId).orElseThrow(() -> ApiException.of(ErrorCode.MISSING_ACCESS));
        interaction.set(
                "member",
                Json.<ObjectNode>tree(member).put("permissions", Permission.format(place.permissions(userId))));
        // Who brings an application along lets it do no more than they may themselves.
        long permissions =
                installation.isForeign() ? place.permissions(userId) & IN_PRIVATE : place.permissions(applicationId);
        return interaction.put("app_permissions", Permission.format(permissions));
    }

    private ObjectNode inPrivate(ObjectNode interaction) {
        interaction.set("user", Json.tree(place.findUser(userId).orElseThrow()));
        return interaction.put("app_permissions", Permission.format(IN_PRIVATE));
    }

    private String locale() {
        return place.storage()
                .row(Users.TABLE, userId)
                .map(user -> user.get(Users.LOCALE))
                .orElse("en-US");
    }
}
