package io.guildhall.guild.member;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.GuildOperation;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.kernel.actor.StorageFacade;
import io.guildhall.guild.state.GuildMember;
import io.guildhall.guild.state.GuildSnapshot;
import io.guildhall.guild.state.GuildState;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.MemberOperations;
import io.guildhall.model.table.catalogue.Applications;
import jakarta.inject.Singleton;

/** Members by id, page by page. For people, and for bots with the privilege to know all members. */
@Singleton
public final class ListMembers implements GuildOperation {
    /** GATEWAY_GUILD_MEMBERS and its limited form. */
    private static final long PRIVILEGED = (1L << 14) | (1L << 15);

    @Override
    public Operation operation() {
        return MemberOperations.LIST_MEMBERS;
    }

    @Override
    public Reply handle(GuildState guild, Call call, Changes changes) {
        long after = call.queryId("after").orElse(0L);
        int limit = call.queryNumber("limit", 1);
        GuildSnapshot snapshot = guild.snapshot();
        StorageFacade storage = guild.context().freeStorage();
        return Reply.later(() -> {
            if (call.byBot() && !isPrivileged(storage, call.callerId())) {
                throw ApiException.of(ErrorCode.MISSING_ACCESS);
            }
            return Reply.json(MemberSearch.first(snapshot.members().after(after), limit).stream()
                    .map(GuildMember::payload)
                    .toList());
        });
    }

    private static boolean isPrivileged(StorageFacade storage, long bot) {
        return storage.row(Applications.TABLE, bot)
                .filter(application -> (application.get(Applications.FLAGS, 0L) & PRIVILEGED) == 0)
                .isEmpty();
    }
}
