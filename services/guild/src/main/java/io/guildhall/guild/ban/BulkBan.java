package io.guildhall.guild.ban;

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
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.rpc.RestCall;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Bans up to 200 users, each once. Those who can't be banned, or are banned already, are listed as failed; when nobody is left to ban
 * the whole call fails.
 */
@Singleton
public final class BulkBan implements GuildOperation {
    /** Whom one call may name; more is refused before it comes here. */
    private static final int MOST = 200;

    private final AuditWriter audit;

    public BulkBan(AuditWriter audit) {
        this.audit = audit;
    }

    @Override
    public Operation operation() {
        return BanOperations.BULK_BAN;
    }

    @Override
    public List<ReadRequest> foreseen(long guildId, RestCall call) {
        return BulkBanBody.of(Json.parse(call.getBody())).userIds().or(List.of()).stream()
                .limit(MOST)
                .flatMap(userId -> BanBook.foreseen(guildId, userId).stream())
                .toList();
    }

    @Override
    public Reply handle(GuildState guild, Call call, Changes changes) {
        BulkBanBody body = BulkBanBody.of(call.body());
        List<Long> asked = body.userIds().required().stream().distinct().toList();
        Map<Long, User> users = Profiles.of(guild.storage(), asked);
        BanBook bans = new BanBook(guild);
        ObjectNode result = Json.object();
        Map<Long, User> banned = new LinkedHashMap<>();
        ArrayNode listed = result.putArray("banned_users");
        ArrayNode failed = result.putArray("failed_users");
        for (long userId : asked) {
            boolean bannable =
                    users.containsKey(userId) && BanRules.isBannable(guild, call, userId) && !bans.isBanned(userId);
            (bannable ? listed : failed).add(Snowflake.format(userId));
            if (bannable) {
                banned.put(userId, users.get(userId));
            }
        }
        if (banned.isEmpty()) {
            throw ApiException.of(ErrorCode.FAILED_TO_BAN_USERS);
        }
        bans.add(banned, call, changes);
        for (long userId : banned.keySet()) {
            audit.entry(guild, call, AuditAction.MEMBER_BAN_ADD, new AuditDraft().target(userId), changes);
        }
        BannedMessages.begin(
                guild, List.copyOf(banned.keySet()), body.deleteMessageSeconds().or(0L), changes);
        return Reply.json(result);
    }
}
