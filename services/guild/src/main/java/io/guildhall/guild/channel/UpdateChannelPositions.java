package io.guildhall.guild.channel;

import io.guildhall.guild.audit.AuditWriter;
import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.GuildOperation;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.state.GuildSnapshot;
import io.guildhall.guild.state.GuildState;
import io.guildhall.model.id.SnowflakeGenerator;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.ChannelOperations;
import jakarta.inject.Singleton;
import java.util.stream.StreamSupport;

/**
 * Reorders channels, moves them between categories, and gives them their category's overwrites. All of it is allowed, or nothing is done.
 * What is too much for one batch is done in pieces, of which each is stored with the one before it, and answered after the last.
 */
@Singleton
public final class UpdateChannelPositions implements GuildOperation {
    private final AuditWriter audit;
    private final MovesUnderWay underWay;
    private final SnowflakeGenerator ids;

    public UpdateChannelPositions(AuditWriter audit, MovesUnderWay underWay, SnowflakeGenerator ids) {
        this.audit = audit;
        this.underWay = underWay;
        this.ids = ids;
    }

    @Override
    public Operation operation() {
        return ChannelOperations.UPDATE_CHANNEL_POSITIONS;
    }

    @Override
    public Reply handle(GuildState guild, Call call, Changes changes) {
        ChannelMoves moves = new ChannelMoves(
                call.callerId(),
                call.reason(),
                ids.next(),
                StreamSupport.stream(call.body().spliterator(), false).toList());
        GuildSnapshot before = guild.snapshot();
        Changes whole = new Changes();
        moves.all(guild, audit, whole);
        if (whole.bytes() <= ChannelMoves.PIECE_BYTES) {
            changes.addAll(whole);
            return Reply.noContent();
        }
        guild.restore(before);
        changes.afterCommit(() -> underWay.began(moves.job()));
        if (moves.piece(guild, audit, changes)) {
            changes.afterCommit(() -> underWay.ended(moves.job()));
        }
        return underWay.answer(moves.job());
    }
}
