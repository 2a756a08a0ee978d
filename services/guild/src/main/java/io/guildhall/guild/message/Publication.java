package io.guildhall.guild.message;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.ByteString;
import io.guildhall.guild.call.ChannelStep;
import io.guildhall.guild.call.Place;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Keys;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import io.guildhall.model.table.Column;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Messages;
import java.util.List;
import java.util.Optional;

/**
 * Messages that a guild's channel publishes to those that follow it. Whatever happens to such a message, the guild asks itself for a step
 * that brings the message to all followers as it is by then; so it does not matter which of two steps a follower hears of first.
 */
public final class Publication {
    /** The step that brings a message to some of the followers. */
    public static final String STEP = "publishMessage";

    /** Names the message in the step. */
    public static final String MESSAGE_ID = "message_id";

    /** Names the follower in the step behind which to go on. */
    public static final String AFTER = "after";

    /** What copies have of a message beside its text; the rest is their own. */
    private static final List<Column<ByteString>> COPIED = List.of(
            Messages.EMBEDS,
            Messages.COMPONENTS,
            Messages.ATTACHMENTS,
            Messages.STICKER_ITEMS,
            Messages.SHARED_CLIENT_THEME);

    private static final long COPIED_FLAGS = MessageFlag.SUPPRESS_EMBEDS | MessageFlag.COMPONENTS_V2;

    private Publication() {}

    /** To be called when a message was published, edited or deleted; of others than published ones nothing comes. */
    static void changed(Place place, RowView message, Changes changes) {
        if (place.guildId().isPresent() && MessageFlag.in(message.get(Messages.FLAGS, 0L), MessageFlag.CROSSPOSTED)) {
            goOn(place, message.get(Messages.MESSAGE_ID), 0, changes);
        }
    }

    /** Has the message brought to the followers behind this one. */
    public static void goOn(Place place, long messageId, long after, Changes changes) {
        changes.step(
                Keys.guild(place.guildId().orElseThrow()),
                STEP,
                Json.object()
                        .put(ChannelStep.CHANNEL_ID, Snowflake.format(place.channelId()))
                        .put(MESSAGE_ID, Snowflake.format(messageId))
                        .put(AFTER, Snowflake.format(after)));
    }

    /** What followers get of a message; empty when it is gone. */
    public static Optional<ObjectNode> content(Place place, long messageId) {
        return new MessageStore(place.storage(), place.channelId())
                .find(messageId)
                .map(message -> {
                    ObjectNode content = Json.object().put("flags", message.get(Messages.FLAGS, 0L) & COPIED_FLAGS);
                    message.find(Messages.CONTENT).ifPresent(text -> content.put(Messages.CONTENT.name(), text));
                    COPIED.forEach(column ->
                            message.find(column).ifPresent(json -> content.put(column.name(), json.toStringUtf8())));
                    return content;
                });
    }

    /** Makes a copy say what the message does. */
    static void fill(RowEdit copy, ObjectNode content, boolean fresh) {
        fill(copy, Messages.CONTENT, content.path(Messages.CONTENT.name()).asText(null), fresh);
        for (Column<ByteString> column : COPIED) {
            String json = content.path(column.name()).asText(null);
            fill(copy, column, json == null ? null : ByteString.copyFromUtf8(json), fresh);
        }
        copy.set(Messages.FLAGS, content.path("flags").asLong() | MessageFlag.IS_CROSSPOST);
    }

    private static <T> void fill(RowEdit copy, Column<T> column, T value, boolean fresh) {
        if (!fresh || value != null) {
            copy.set(column, value);
        }
    }
}
