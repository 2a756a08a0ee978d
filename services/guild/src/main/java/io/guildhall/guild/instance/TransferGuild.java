package io.guildhall.guild.instance;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.audit.AuditWriter;
import io.guildhall.guild.call.GuildStep;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.patch.AuditDraft;
import io.guildhall.guild.patch.Patch;
import io.guildhall.guild.state.GuildEdits;
import io.guildhall.guild.state.GuildMember;
import io.guildhall.guild.state.GuildState;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.instance.GuildSteps;
import io.guildhall.model.operation.AuditAction;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Guilds;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Whoever looks after the instance gives the guild to another of its members. The guild's audit log says so, and names nobody. */
@Singleton
public final class TransferGuild implements GuildStep {
    private final AuditWriter audit;

    public TransferGuild(AuditWriter audit) {
        this.audit = audit;
    }

    @Override
    public String step() {
        return GuildSteps.TRANSFER;
    }

    @Override
    public Reply handle(GuildState guild, JsonNode body, Changes changes) {
        long next = Snowflake.parse(body.path(GuildSteps.OWNER_ID).asText());
        GuildMember member = guild.findMember(next).orElseThrow(() -> ApiException.of(ErrorCode.UNKNOWN_MEMBER));
        if (member.bot()) {
            throw ApiException.of(ErrorCode.INVALID_ACCOUNT_TYPE);
        }
        if (guild.ownerId() == next) {
            return Reply.noContent();
        }
        AuditDraft draft = new AuditDraft().target(guild.id());
        RowView row = new Patch(guild.row(), draft)
                .set("owner_id", Guilds.OWNER_ID, next)
                .row();
        new GuildEdits(guild, changes).saveGuild(row);
        Optional<String> reason =
                Optional.of(body.path(GuildSteps.REASON).asText("")).filter(text -> !text.isEmpty());
        audit.entry(guild, 0, AuditAction.GUILD_UPDATE, reason, draft, changes);
        return Reply.noContent();
    }
}
