package io.guildhall.guild.privatechannel;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.message.MessageStore;
import io.guildhall.guild.message.ModeratedMessages;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.ConversationOperations;
import io.guildhall.model.payload.Json;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Messages;
import io.guildhall.model.webhookevent.WebhookEvent;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * A game says what its moderation thinks of a message: of what was said in the game, and of what is said to or by somebody who plays it. For all
 * other games there is no such channel. It stays until the message says something else.
 */
@Singleton
public final class ModerateUserMessage implements PrivateOperation {
    @Override
    public Operation operation() {
        return ConversationOperations.MODERATE_USER_MESSAGE;
    }

    @Override
    public Reply handle(PrivatePlace place, Call call, Changes changes) {
        long game = call.callerId();
        boolean played = place.channel().participants().keySet().stream()
                .anyMatch(user -> Players.plays(place.storage(), user, game, place.now()));
        Optional<RowView> found = new MessageStore(place.storage(), place.channelId()).find(call.id("message_id"));
        RowView message = found.filter(row -> played || row.get(Messages.APPLICATION_ID, 0L) == game)
                .orElseThrow(() -> ApiException.of(played ? ErrorCode.UNKNOWN_MESSAGE : ErrorCode.UNKNOWN_CHANNEL));
        ModeratedMessages.say(place, message, Json.bytes(call.body()), changes)
                .ifPresent(after -> PlayersMessages.tell(
                        place, game, WebhookEvent.Type.GAME_DIRECT_MESSAGE_UPDATE, after, changes));
        return Reply.noContent();
    }
}
