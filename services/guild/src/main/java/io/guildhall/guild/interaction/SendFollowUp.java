package io.guildhall.guild.interaction;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.ChannelOperation;
import io.guildhall.guild.call.Place;
import io.guildhall.guild.installation.Installation;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.message.AnswerBody;
import io.guildhall.guild.message.AppMessage;
import io.guildhall.guild.message.AppMessages;
import io.guildhall.guild.message.AppMessages.Source;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.WebhookOperations;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.rpc.RestCall;
import io.guildhall.model.table.catalogue.Interactions;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Sends one more message after the first answer. Where that was only announced, this is it. */
@Singleton
public final class SendFollowUp implements ChannelOperation {
    private static final long MOST = 5;

    private final AppMessages messages;

    SendFollowUp(AppMessages messages) {
        this.messages = messages;
    }

    @Override
    public Operation operation() {
        return WebhookOperations.EXECUTE_WEBHOOK;
    }

    @Override
    public List<ReadRequest> foreseen(RestCall call) {
        return StoredInteraction.named(call);
    }

    @Override
    public Reply handle(Place place, Call call, Changes changes) {
        StoredInteraction interaction = FollowUps.interaction(place, call);
        Optional<AppMessage> announced = interaction.status() == StoredInteraction.DEFERRED
                ? AppMessages.find(place, interaction.originalId()).filter(AppMessage::isLoading)
                : Optional.empty();
        AnswerBody body = AnswerBody.of(call.body());
        Function<AppMessage, Reply> shown = sent -> Reply.json(AppMessages.json(place, sent));
        return announced
                .map(loading -> messages.edit(place, call, body.announced(), loading, changes, shown))
                .orElseGet(() -> send(place, call, body, interaction, changes, shown));
    }

    private Reply send(
            Place place,
            Call call,
            AnswerBody body,
            StoredInteraction interaction,
            Changes changes,
            Function<AppMessage, Reply> shown) {
        count(place, interaction, changes);
        Source source =
                new AnswerSource(place, interaction).later(body.message().flags());
        return messages.send(place, call, body, source, changes, shown);
    }

    /** What somebody has brought into a guild says so much there and no more. */
    private static void count(Place place, StoredInteraction interaction, Changes changes) {
        if (place.guildId().isEmpty()
                || !Installation.of(interaction.metadata()).isForeign()) {
            return;
        }
        long before = interaction.row().get(Interactions.FOLLOW_UPS, 0L);
        if (before >= MOST) {
            throw ApiException.of(ErrorCode.THIS_INTERACTION_HAS_HIT_THE_MAXIMUM_NUMBER_OF_FOLLOW_UP_MESSAGES);
        }
        changes.write(
                interaction.write().set(Interactions.FOLLOW_UPS, before + 1).build());
    }
}
