package io.guildhall.guild.ban;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.audit.AuditWriter;
import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.GuildOperation;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.patch.AuditDraft;
import io.guildhall.guild.state.GuildState;
import io.guildhall.guild.user.Profiles;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.operation.AuditAction;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.BanOperations;
import io.guildhall.model.payload.Json;
import io.guildhall.model.payload.User;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Bans up to 200 users. Those who can't be banned, or are banned already, are listed as failed; when nobody is left to ban
 * the whole call fails.
 */
@Singleton
public final class BulkBan implements GuildOperation {
    private final AuditWriter audit;

    public BulkBan(AuditWriter audit) {
        this.audit = audit;
    }

    @Override
    public Operation operation() {
        return BanOperations.BULK_BAN;
    }

    @Override
    public Reply handle(GuildState guild, Call call, Changes changes) {
        List<Long> asked = new ArrayList<>();
        for (JsonNode id : call.body().path("user_ids")) {
            asked.add(Snowflake.parse(id.asText()));
        }
        Map<Long, User> users = Profiles.of(guild.storage(), asked);
        BanBook bans = new BanBook(guild);
        ObjectNode result = Json.object();
        ArrayNode banned = result.putArray("banned_users");
        ArrayNode failed = result.putArray("failed_users");
        for (long userId : asked) {
            boolean bannable =
                    users.containsKey(userId) && BanRules.isBannable(guild, call, userId) && !bans.isBanned(userId);
            (bannable ? banned : failed).add(Snowflake.format(userId));
        }
        if (banned.isEmpty()) {
            throw ApiException.of(ErrorCode.FAILED_TO_BAN_USERS);
        }
        for (JsonNode id : banned) {
            ban(guild, Snowflake.parse(id.asText()), users, call, changes);
        }
        return Reply.json(result);
    }

    private void ban(GuildState guild, long userId, Map<Long, User> users, Call call, Changes changes) {
        new BanBook(guild).add(userId, users.get(userId), call, changes);
        MessagePurge.start(guild, userId, BanRules.secondsOfMessages(call), changes);
        audit.entry(guild, call, AuditAction.MEMBER_BAN_ADD, new AuditDraft().target(userId), changes);
    }
}
