package io.guildhall.guild.message;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.Place;
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
    /** Lists of which one must hold something when there is no text. */
    private static final List<String> INSTEAD_OF_CONTENT = List.of("embeds", "components", "sticker_ids");

    private SendRules() {}

    static void checkPlace(Place place) {
        if (place.type().threadsOnly()) {
            throw ApiException.of(ErrorCode.CANNOT_SEND_A_MESSAGE_IN_A_FORUM_CHANNEL);
        }
        if (!place.type().holdsMessages()) {
            throw ApiException.of(ErrorCode.CANNOT_SEND_MESSAGES_IN_NON_TEXT_CHANNEL);
        }
    }

    static void checkNew(Place place, Call call) {
        JsonNode body = call.body();
        long sender = call.callerId();
        if (saysNothing(call) && !ReplyTarget.isForward(body.path("message_reference"))) {
            throw ApiException.of(ErrorCode.CANNOT_SEND_AN_EMPTY_MESSAGE);
        }
        if (body.path("tts").asBoolean(false)) {
            place.require(sender, Permission.SEND_TTS_MESSAGES);
        }
        checkExtras(place, call);
        checkVoice(place, call);
    }

    static boolean saysNothing(Call call) {
        JsonNode body = call.body();
        return body.path("content").asText("").isBlank()
                && INSTEAD_OF_CONTENT.stream().allMatch(list -> body.path(list).isEmpty())
                && call.files().isEmpty();
    }

    /** Embeds and files need permissions of their own. */
    static void checkExtras(Place place, Call call) {
        if (!call.body().path("embeds").isEmpty()) {
            place.require(call.callerId(), Permission.EMBED_LINKS);
        }
        if (!call.files().isEmpty()) {
            place.require(call.callerId(), Permission.ATTACH_FILES);
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
                || message.has(Messages.STICKER_ITEMS);
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
        JsonNode components = Json.parse(message.get(Messages.COMPONENTS, "[]"));
        Problems problems = Problems.none();
        ComponentRules.demandRows(components, problems.at("components"));
        if (!problems.isEmpty()) {
            throw ApiException.invalidForm(problems);
        }
    }

    static void checkVoice(Place place, Call call) {
        JsonNode body = call.body();
        if (!MessageFlag.in(body.path("flags").asLong(), MessageFlag.VOICE_MESSAGE)) {
            return;
        }
        place.require(call.callerId(), Permission.SEND_VOICE_MESSAGES);
        if (call.files().size() != 1
                || !call.files().getFirst().getContentType().startsWith("audio/")) {
            throw ApiException.of(ErrorCode.VOICE_MESSAGES_MUST_HAVE_A_SINGLE_AUDIO_ATTACHMENT);
        }
        if (!body.path("content").asText("").isEmpty()
                || INSTEAD_OF_CONTENT.stream().anyMatch(list -> !body.path(list).isEmpty())) {
            throw ApiException.of(ErrorCode.VOICE_MESSAGES_DO_NOT_SUPPORT_ADDITIONAL_CONTENT);
        }
        JsonNode said = body.path("attachments").path(0);
        if (!said.hasNonNull("duration_secs")
                || said.path("waveform").asText("").isEmpty()) {
            throw ApiException.of(ErrorCode.VOICE_MESSAGES_MUST_HAVE_SUPPORTING_METADATA);
        }
    }

    private static boolean isEmpty(String list) {
        return list == null || list.equals("[]");
    }
}
