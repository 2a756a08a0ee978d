package io.guildhall.guild.interaction;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.call.Place;
import io.guildhall.guild.message.AppMessage;
import io.guildhall.guild.message.AppMessages;
import io.guildhall.guild.message.AppMessages.Source;
import io.guildhall.guild.message.Bringer;
import io.guildhall.guild.message.MessageType;
import io.guildhall.model.body.Given;
import io.guildhall.model.id.Snowflake;
import java.util.Optional;
import java.util.OptionalLong;

/** What the messages that answer an interaction say of it. */
record AnswerSource(Place place, StoredInteraction interaction) {
    private static final int CHAT_INPUT = 1;
    private static final long EPHEMERAL = 1 << 6;

    /** The first answer: to a component, a reply to the component's message. */
    Source first(Given<Long> flags) {
        OptionalLong onlyTo = onlyTo(flags);
        Optional<AppMessage> source =
                interaction.sourceId() == 0 ? Optional.empty() : AppMessages.find(place, interaction.sourceId());
        return source(interaction.metadata(), source, onlyTo);
    }

    /** What comes after it, as replies to the first. */
    Source later(Given<Long> flags) {
        ObjectNode metadata = interaction.metadata();
        Optional<AppMessage> original =
                interaction.originalId() == 0 ? Optional.empty() : AppMessages.find(place, interaction.originalId());
        original.ifPresent(message -> metadata.put("original_response_message_id", Snowflake.format(message.id())));
        return source(metadata, original, onlyTo(flags));
    }

    private Source source(ObjectNode metadata, Optional<AppMessage> replied, OptionalLong onlyTo) {
        // What everybody sees replies to nothing that only one person does.
        Optional<AppMessage> shown = replied.filter(message -> !message.isEphemeral() || onlyTo.isPresent());
        return new Source(interaction.applicationId(), metadata, type(metadata), shown, onlyTo);
    }

    private static long type(ObjectNode metadata) {
        if (!metadata.has("command_type")) {
            return MessageType.DEFAULT;
        }
        return metadata.get("command_type").asInt() == CHAT_INPUT
                ? MessageType.CHAT_INPUT_COMMAND
                : MessageType.CONTEXT_MENU_COMMAND;
    }

    private OptionalLong onlyTo(Given<Long> flags) {
        return (flags.or(0L) & EPHEMERAL) == 0 && mayShowAll()
                ? OptionalLong.empty()
                : OptionalLong.of(interaction.userId());
    }

    /** What somebody has brought along speaks to all of a guild only where that person may let it, and may speak too. */
    private boolean mayShowAll() {
        return Bringer.of(place, interaction.metadata()).map(Bringer::maySpeak).orElse(true);
    }
}
