package io.guildhall.guild.privatechannel;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.message.MessageType;
import io.guildhall.guild.message.MessageWriter;
import io.guildhall.guild.message.Notice;
import io.guildhall.guild.purge.PurgeRequests;
import io.guildhall.guild.state.Rows;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.payload.User;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.ChannelOwners;
import io.guildhall.model.table.catalogue.PrivateChannels;
import jakarta.inject.Singleton;

/**
 * Somebody leaves a group, or is taken out of it. When it is the owner, whoever has belonged to it longest looks after it. The last one
 * takes the group along, with what was written in it.
 */
@Singleton
final class Leaving {
    private final MessageWriter writer;
    private final PurgeRequests purges;

    Leaving(MessageWriter writer, PurgeRequests purges) {
        this.writer = writer;
        this.purges = purges;
    }

    /** @param silent when no notice shall say so to the others */
    void leave(PrivatePlace place, long userId, long by, boolean silent, Changes changes) {
        PrivateChannelState group = place.channel();
        User gone = group.find(userId).orElseThrow(() -> ApiException.of(ErrorCode.UNKNOWN_USER));
        User remover = group.find(by).orElseThrow(() -> ApiException.of(ErrorCode.MISSING_ACCESS));
        ObjectNode before = place.description(userId);
        group.leave(userId, changes);
        changes.step(PrivatePlace.actor(userId), HidePrivateChannel.STEP, before);
        if (group.participants().isEmpty()) {
            end(place, changes);
            return;
        }
        new RecipientChange(place, userId, gone).left(changes);
        if (group.ownerId() == userId) {
            long next = group.participants().firstEntry().getKey();
            group.change(Rows.with(group.row(), PrivateChannels.OWNER_ID, next), changes);
            place.sendUpdate(changes);
        }
        if (!silent) {
            writer.notice(
                    place, Notice.of(MessageType.RECIPIENT_REMOVE, remover, by).mentioning(userId), changes);
        }
    }

    private void end(PrivatePlace place, Changes changes) {
        RowView row = place.channel().row();
        Rows.delete(row, changes);
        changes.write(Write.delete(ChannelOwners.TABLE, place.channelId()));
        purges.addPrivate(place.channelId(), place.now(), changes);
    }
}
