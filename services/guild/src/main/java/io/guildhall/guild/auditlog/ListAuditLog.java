package io.guildhall.guild.auditlog;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.GuildOperation;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.kernel.actor.StorageFacade;
import io.guildhall.guild.state.GuildState;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.GuildOperations;
import io.guildhall.model.table.RowView;
import jakarta.inject.Singleton;
import java.util.List;

/** A page of a guild's audit log with the users that it names. Newest first, but oldest first after a given entry. */
@Singleton
public final class ListAuditLog implements GuildOperation {
    @Override
    public Operation operation() {
        return GuildOperations.LIST_AUDIT_LOG;
    }

    @Override
    public Reply handle(GuildState guild, Call call, Changes changes) {
        AuditPage page = AuditPage.of(guild, call);
        StorageFacade storage = guild.context().freeStorage();
        return Reply.later(() -> {
            List<RowView> entries = page.read(storage);
            return Reply.json(AuditAnswer.of(entries, storage));
        });
    }
}
