package io.guildhall.guild.interaction;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.call.Place;
import io.guildhall.guild.call.Surroundings;
import io.guildhall.guild.entitlement.ActiveEntitlements;
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
    private static final int IN_GUILD = 0;
    private static final int WITH_BOT = 1;
    private static final long ATTACHMENT_SIZE_LIMIT = 10L * 1024 * 1024;

    /** What applications may do in a private channel with their bot. */
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
        interaction.set("authorizing_integration_owners", installation(place));
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
        return place.guildId().isPresent() ? inGuild(interaction) : inPrivate(interaction);
    }

    /** By which installation of the application it happens: that of the guild, or its bot. */
    static ObjectNode installation(Place place) {
        return Json.object().put("0", Snowflake.format(place.guildId().orElse(0)));
    }

    private ObjectNode inGuild(ObjectNode interaction) {
        Member member = place.findMember(userId).orElseThrow(() -> ApiException.of(ErrorCode.MISSING_ACCESS));
        interaction.set(
                "member",
                Json.<ObjectNode>tree(member).put("permissions", Permission.format(place.permissions(userId))));
        return interaction
                .put("app_permissions", Permission.format(place.permissions(applicationId)))
                .put("context", IN_GUILD);
    }

    private ObjectNode inPrivate(ObjectNode interaction) {
        interaction.set("user", Json.tree(place.findUser(userId).orElseThrow()));
        return interaction.put("app_permissions", Permission.format(IN_PRIVATE)).put("context", WITH_BOT);
    }

    private String locale() {
        return place.storage()
                .row(Users.TABLE, userId)
                .map(user -> user.get(Users.LOCALE))
                .orElse("en-US");
    }
}
