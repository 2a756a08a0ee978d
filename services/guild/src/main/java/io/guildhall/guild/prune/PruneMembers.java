package io.guildhall.guild.prune;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.audit.AuditWriter;
import io.guildhall.guild.call.GuildStep;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.patch.AuditDraft;
import io.guildhall.guild.state.GuildMember;
import io.guildhall.guild.state.GuildState;
import io.guildhall.guild.state.MemberEdits;
import io.guildhall.model.operation.AuditAction;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.catalogue.Users;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** One piece of a prune, while whoever began it might begin it still. At the end the audit log says how many were removed. */
@Singleton
public final class PruneMembers implements GuildStep {
    private final AuditWriter audit;

    public PruneMembers(AuditWriter audit) {
        this.audit = audit;
    }

    @Override
    public String step() {
        return PruneJob.STEP;
    }

    @Override
    public List<ReadRequest> foreseen(long guildId, JsonNode body) {
        return PruneJob.of(body).next().stream()
                .map(user -> Read.row(Users.TABLE, user))
                .toList();
    }

    @Override
    public Reply handle(GuildState guild, JsonNode body, Changes changes) {
        PruneJob job = PruneJob.of(body);
        if (!job.rule().isStillOf(guild, job.callerId())) {
            return ended(guild, job, changes);
        }
        List<GuildMember> away = job.next().stream()
                .map(guild::findMember)
                .flatMap(Optional::stream)
                .filter(candidate -> job.rule().mayGo(guild, candidate))
                .filter(candidate -> job.rule().isAway(guild.storage().row(Users.TABLE, candidate.id())))
                .toList();
        new MemberEdits(guild, changes).removeAll(away);
        PruneJob done = job.removed(away.size());
        if (done.isLast(guild)) {
            return ended(guild, done, changes);
        }
        done.goOn(guild, changes);
        return Reply.noContent();
    }

    private Reply ended(GuildState guild, PruneJob job, Changes changes) {
        guild.removePart(PruneJob.Running.class);
        tell(guild, job, changes);
        return Reply.noContent();
    }

    private void tell(GuildState guild, PruneJob job, Changes changes) {
        if (job.removed() > 0) {
            AuditDraft draft = new AuditDraft()
                    .option("delete_member_days", Integer.toString(job.rule().days()))
                    .option("members_removed", Integer.toString(job.removed()));
            Optional<String> reason = Optional.of(job.reason()).filter(text -> !text.isEmpty());
            audit.entry(guild, job.callerId(), AuditAction.MEMBER_PRUNE, reason, draft, changes);
        }
    }
}
