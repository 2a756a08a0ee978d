package io.guildhall.guild.interaction;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.activity.Activity;
import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.ChannelOperation;
import io.guildhall.guild.call.Place;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.message.AnswerBody;
import io.guildhall.guild.message.AppMessage;
import io.guildhall.guild.message.AppMessages;
import io.guildhall.guild.message.EditBody;
import io.guildhall.guild.message.MessageBody;
import io.guildhall.guild.message.UserLookup;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.InteractionOperations;
import io.guildhall.model.payload.Json;
import io.guildhall.model.payload.User;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.rpc.RestCall;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.Interactions;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** An application's first answer to an interaction. There is one, and it comes within three seconds. */
@Singleton
public final class AnswerInteraction implements ChannelOperation {
    private static final int WITH_RESPONSE = 200;

    private final AppMessages messages;

    AnswerInteraction(AppMessages messages) {
        this.messages = messages;
    }

    @Override
    public Operation operation() {
        return InteractionOperations.CREATE_INTERACTION_RESPONSE;
    }

    @Override
    public List<ReadRequest> foreseen(RestCall call) {
        return StoredInteraction.named(call);
    }

    @Override
    public Reply handle(Place place, Call call, Changes changes) {
        StoredInteraction interaction = StoredInteraction.find(place, call.id("interaction_id"))
                .orElseThrow(() -> ApiException.of(ErrorCode.UNKNOWN_INTERACTION));
        requireOpen(place, interaction);
        Callback callback = Callback.of(call.body());
        int type = callback.type().required().intValue();
        AnswerType.require(interaction, type);
        JsonNode data = callback.data().or(Json.object());
        AnswerSource source = new AnswerSource(place, interaction);
        Given<Long> flags = new Fields(data).number("flags");
        Function<AppMessage, Reply> shown =
                message -> answered(place, call, callback, interaction, Optional.of(message), changes);
        return switch (type) {
            case AnswerType.MESSAGE ->
                messages.send(place, call, AnswerBody.of(data), source.first(flags), changes, shown);
            case AnswerType.DEFERRED_MESSAGE -> shown.apply(messages.announce(place, source.first(flags), changes));
            case AnswerType.UPDATE ->
                messages.edit(
                        place, call, EditBody.plain(MessageBody.of(data)), changed(place, interaction), changes, shown);
            case AnswerType.DEFERRED_UPDATE ->
                answered(place, call, callback, interaction, AppMessages.find(place, interaction.sourceId()), changes);
            default -> answered(place, call, callback, interaction, Optional.empty(), changes);
        };
    }

    /** @param message the one that shows the answer, if there is one */
    private static Reply answered(
            Place place,
            Call call,
            Callback callback,
            StoredInteraction interaction,
            Optional<AppMessage> message,
            Changes changes) {
        int type = callback.type().required().intValue();
        JsonNode data = callback.data().or(Json.object());
        InteractionEvents events = new InteractionEvents(place, changes);
        Write write = interaction.write();
        message.ifPresent(shown -> write.set(Interactions.ORIGINAL_ID, shown.id()));
        if (type == AnswerType.CHOICES) {
            events.choices(interaction, data.has("choices") ? data.get("choices") : Json.array());
        } else if (type == AnswerType.MODAL) {
            JsonNode modal = ModalNumbers.numbered(data);
            write.set(Interactions.MODAL, modal.toString());
            events.modal(interaction, application(place, interaction), modal);
        }
        Optional<Activity> activity = type == AnswerType.LAUNCH_ACTIVITY
                ? Optional.of(Activity.join(
                        place, interaction.applicationId(), interaction.id(), interaction.userId(), changes))
                : Optional.empty();
        changes.write(write.set(
                        Interactions.STATUS,
                        type == AnswerType.DEFERRED_MESSAGE ? StoredInteraction.DEFERRED : StoredInteraction.ANSWERED)
                .build());
        if (type != AnswerType.CHOICES) {
            events.succeeded(interaction);
        }
        return call.queryFlag("with_response")
                ? Reply.status(WITH_RESPONSE, CallbackResponse.of(place, interaction, type, message, activity))
                : Reply.noContent();
    }

    private static void requireOpen(Place place, StoredInteraction interaction) {
        long status = interaction.status();
        if (status == StoredInteraction.ANSWERED || status == StoredInteraction.DEFERRED) {
            throw ApiException.of(ErrorCode.INTERACTION_HAS_ALREADY_BEEN_ACKNOWLEDGED);
        }
        if (status == StoredInteraction.FAILED || interaction.isLate(place.now())) {
            throw ApiException.of(ErrorCode.UNKNOWN_INTERACTION);
        }
    }

    private static AppMessage changed(Place place, StoredInteraction interaction) {
        return AppMessages.find(place, interaction.sourceId())
                .orElseThrow(() -> ApiException.of(ErrorCode.UNKNOWN_MESSAGE));
    }

    private static ObjectNode application(Place place, StoredInteraction interaction) {
        User bot = UserLookup.here(place)
                .find(interaction.applicationId())
                .orElseThrow(() -> ApiException.of(ErrorCode.UNKNOWN_APPLICATION));
        ObjectNode application =
                Json.object().put("id", bot.id()).put("name", bot.username()).put("icon", bot.avatar());
        application.set("bot", Json.tree(bot));
        return application;
    }
}
