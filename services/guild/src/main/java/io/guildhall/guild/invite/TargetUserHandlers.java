package io.guildhall.guild.invite;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.GuildOperation;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.state.GuildState;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.InviteOperations;
import io.guildhall.model.payload.Json;
import io.guildhall.model.permission.Permission;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/**
 * For whom an invite is. A list is one row, written with the call that brings it: its job, which Discord lets clients ask about, is done when
 * they can ask.
 */
@Singleton
public final class TargetUserHandlers {
    private static final int COMPLETED = 2;

    @Produces
    @Singleton
    public GuildOperation getTargets() {
        return new Handler(InviteOperations.GET_INVITE_TARGETS, (guild, call, changes) -> {
            ObjectNode answer = Json.object();
            answer.set(
                    "users",
                    Json.tree(targets(guild, call, ErrorCode.UNKNOWN_INVITE_TARGET_USERS).users().stream()
                            .map(Snowflake::format)
                            .toList()));
            return Reply.json(answer);
        });
    }

    @Produces
    @Singleton
    public GuildOperation updateTargets() {
        return new Handler(InviteOperations.UPDATE_INVITE_TARGETS, TargetUserHandlers::update);
    }

    @Produces
    @Singleton
    public GuildOperation getTargetsJob() {
        return new Handler(InviteOperations.GET_INVITE_TARGETS_JOB, (guild, call, changes) -> {
            TargetUsers targets = targets(guild, call, ErrorCode.UNKNOWN_INVITE_TARGET_USERS_JOB);
            return Reply.json(Json.object()
                    .put("status", COMPLETED)
                    .put("total_users", targets.users().size())
                    .put("processed_users", targets.users().size())
                    .put("created_at", Json.timestamp(targets.createdAt()))
                    .put("completed_at", Json.timestamp(targets.createdAt()))
                    .putNull("error_message"));
        });
    }

    private static Reply update(GuildState guild, Call call, Changes changes) {
        InviteBook book = InviteBook.of(guild);
        GuildInvite invite = book.invite(call.path("code"));
        TargetUsers.requireAuthority(guild, invite, call.callerId(), Permission.MANAGE_GUILD);
        if (!invite.targeted()) {
            book.replace(invite.nowTargeted(), changes);
        }
        TargetUsers.save(
                guild, invite, TargetChange.of(call.body()).targetUsersFile().required(), changes);
        InviteAudit.retargeted(invite, call.audit());
        return Reply.noContent();
    }

    private static TargetUsers targets(GuildState guild, Call call, ErrorCode none) {
        GuildInvite invite = InviteBook.of(guild).invite(call.path("code"));
        TargetUsers.requireAuthority(
                guild, invite, call.callerId(), Permission.MANAGE_GUILD, Permission.VIEW_AUDIT_LOG);
        return TargetUsers.of(guild, invite).orElseThrow(() -> ApiException.of(none));
    }

    /** What is done. */
    private interface Action {
        Reply run(GuildState guild, Call call, Changes changes);
    }

    private record Handler(Operation operation, Action action) implements GuildOperation {
        @Override
        public Reply handle(GuildState guild, Call call, Changes changes) {
            return action.run(guild, call, changes);
        }
    }
}
