package io.guildhall.guild.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.protobuf.ByteString;
import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.Place;
import io.guildhall.model.body.Given;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.operation.Problems;
import io.guildhall.model.operation.catalogue.ComponentRules;
import io.guildhall.model.payload.Json;
import io.guildhall.model.permission.Permission;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Messages;
import java.util.List;

/** What must hold of a message before it may be sent, beyond its shape. */
final class SendRules {
    private SendRules() {}

    static void checkPlace(Place place) {
        if (place.type().threadsOnly()) {
            throw ApiException.of(ErrorCode.CANNOT_SEND_A_MESSAGE_IN_A_FORUM_CHANNEL);
        }
        if (!place.type().holdsMessages()) {
            throw ApiException.of(ErrorCode.CANNOT_SEND_MESSAGES_IN_NON_TEXT_CHANNEL);
        }
    }

    static void checkNew(Place place, Call call, NewMessage message) {
        MessageBody body = message.message();
        long sender = call.callerId();
        if (saysNothing(call, body) && !message.bringsMore() && !message.forwards()) {
            throw ApiException.of(ErrorCode.CANNOT_SEND_AN_EMPTY_MESSAGE);
        }
        if (message.forwards() && (!saysNothing(call, body) || message.bringsMore())) {
            throw ReplyTarget.refused(
                    "MESSAGE_FORWARD_HAS_CONTENT", "A forward comes alone: it says nothing of its own");
        }
        if (message.tts().or(false)) {
            place.require(sender, Permission.SEND_TTS_MESSAGES);
        }
        if (message.poll().hasValue()) {
            place.require(sender, Permission.SEND_POLLS);
        }
        checkExtras(place, sender, call, body);
        checkVoice(place, sender, call, body, message.bringsMore());
        checkLegacy(body, message.poll());
        checkLegacy(body, message.sharedClientTheme());
    }

    static boolean saysNothing(Call call, MessageBody body) {
        return body.content().or("").isBlank()
                && !body.hasEmbeds()
                && !body.hasComponents()
                && call.files().isEmpty();
    }

    /** Under components v2 there is no such field beside the components either. */
    static void checkLegacy(MessageBody body, Given<?> given) {
        if (given.hasValue() && MessageFlag.in(body.flags().or(0L), MessageFlag.COMPONENTS_V2)) {
            throw ApiException.invalidField(
                    given.field(),
                    "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2",
                    "The '" + given.field() + "' field cannot be used when using MessageFlags.IS_COMPONENTS_V2");
        }
    }

    /** Embeds and files need permissions of their own. */
    static void checkExtras(Place place, long sender, Call call, MessageBody body) {
        if (body.hasEmbeds()) {
            place.require(sender, Permission.EMBED_LINKS);
        }
        if (!call.files().isEmpty()) {
            place.require(sender, Permission.ATTACH_FILES);
        }
    }

    /** An edit must leave something to see. */
    static void checkNotEmpty(RowView message) {
        boolean empty = message.get(Messages.CONTENT, "").isBlank()
                && isEmpty(message.get(Messages.EMBEDS))
                && isEmpty(message.get(Messages.COMPONENTS))
                && isEmpty(message.get(Messages.ATTACHMENTS))
                && !message.has(Messages.POLL)
                && !message.has(Messages.STICKER_ITEMS)
                && !message.has(Messages.SHARED_CLIENT_THEME)
                && !isForward(message);
        if (empty) {
            throw ApiException.of(ErrorCode.CANNOT_SEND_AN_EMPTY_MESSAGE);
        }
    }

    /** What is forwarded is something to see; what is replied to is not. */
    static boolean isForward(RowView message) {
        return message.has(Messages.REFERENCE)
                && Json.parse(message.get(Messages.REFERENCE)).has("message_snapshots");
    }

    /** Under components v2 there is neither text nor embeds beside the components. */
    static void checkComponentsOnly(RowView message) {
        boolean tree = MessageFlag.in(message.get(Messages.FLAGS, 0L), MessageFlag.COMPONENTS_V2);
        boolean more = !message.get(Messages.CONTENT, "").isEmpty()
                || !isEmpty(message.get(Messages.EMBEDS))
                || message.has(Messages.STICKER_ITEMS)
                || message.has(Messages.POLL)
                || message.has(Messages.SHARED_CLIENT_THEME);
        if (tree && more) {
            throw ApiException.invalidField(
                    "flags",
                    "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2",
                    "The 'content' and 'embeds' fields cannot be used when using MessageFlags.IS_COMPONENTS_V2");
        }
    }

    /** Without components v2 there are rows of interactive components, five at most. */
    static void checkRows(RowView message) {
        if (MessageFlag.in(message.get(Messages.FLAGS, 0L), MessageFlag.COMPONENTS_V2)) {
            return;
        }
        JsonNode components = Json.parse(message.get(Messages.COMPONENTS, Json.EMPTY_LIST));
        Problems problems = Problems.none();
        ComponentRules.demandRows(components, problems.at("components"));
        if (!problems.isEmpty()) {
            throw ApiException.invalidForm(problems);
        }
    }

    /** @param more true when it brings what a body of an answer can not */
    static void checkVoice(Place place, long sender, Call call, MessageBody body, boolean more) {
        if (!MessageFlag.in(body.flags().or(0L), MessageFlag.VOICE_MESSAGE)) {
            return;
        }
        if (!Permission.SEND_VOICE_MESSAGES.in(place.permissions(sender))) {
            throw ApiException.of(ErrorCode.YOU_CANNOT_SEND_VOICE_MESSAGES_IN_THIS_CHANNEL);
        }
        if (call.files().size() != 1
                || !call.files().getFirst().getContentType().startsWith("audio/")) {
            throw ApiException.of(ErrorCode.VOICE_MESSAGES_MUST_HAVE_A_SINGLE_AUDIO_ATTACHMENT);
        }
        if (more || !body.content().or("").isEmpty() || body.hasEmbeds() || body.hasComponents()) {
            throw ApiException.of(ErrorCode.VOICE_MESSAGES_DO_NOT_SUPPORT_ADDITIONAL_CONTENT);
        }
        boolean sounding = body.attachments().or(List.of()).stream()
                .limit(1)
                .anyMatch(file -> file.durationSecs().hasValue()
                        && !file.waveform().or("").isEmpty());
        if (!sounding) {
            throw ApiException.of(ErrorCode.VOICE_MESSAGES_MUST_HAVE_SUPPORTING_METADATA);
        }
    }

    private static boolean isEmpty(ByteString list) {
        return list == null || list.equals(Json.EMPTY_LIST);
    }
}
