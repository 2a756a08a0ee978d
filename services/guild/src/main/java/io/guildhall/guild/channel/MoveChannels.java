package io.guildhall.guild.channel;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.audit.AuditWriter;
import io.guildhall.guild.call.GuildStep;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.state.GuildState;
import jakarta.inject.Singleton;

/** Some more channels of a call that moves many. */
@Singleton
public final class MoveChannels implements GuildStep {
    private final AuditWriter audit;
    private final MovesUnderWay underWay;

    public MoveChannels(AuditWriter audit, MovesUnderWay underWay) {
        this.audit = audit;
        this.underWay = underWay;
    }

    @Override
    public String step() {
        return ChannelMoves.STEP;
    }

    @Override
    public Reply handle(GuildState guild, JsonNode body, Changes changes) {
        ChannelMoves moves = ChannelMoves.of(body);
        if (moves.piece(guild, audit, changes)) {
            changes.afterCommit(() -> underWay.ended(moves.job()));
        }
        return Reply.noContent();
    }
}
