package io.guildhall.guild.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.ByteString;
import io.guildhall.guild.call.Place;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.poll.StoredPoll;
import io.guildhall.model.payload.Json;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Messages;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Ends polls: their results are final from then on, and a notice in the channel says them. */
@Singleton
public final class PollEnd {
    private final MessageWriter writer;

    PollEnd(MessageWriter writer) {
        this.writer = writer;
    }

    /** Ends the poll of this message now. Returns the message. */
    public ByteString end(Place place, RowView before, StoredPoll open, Changes changes) {
        StoredPoll poll = open.endedAt(place.now());
        RowEdit edit = RowEdit.of(before)
                .set(Messages.POLL, Json.bytes(poll.definition()))
                .set(Messages.POLL_ENDED_AT, place.now());
        changes.write(edit.mutation());
        MessageStore store = new MessageStore(place.storage(), place.channelId());
        UserLookup profiles = UserLookup.here(place);
        MessageBytes message = new MessageView(store, profiles, place.links(), 0).bytes(edit.view());
        MessageEvents.updated(place, message, changes);
        RowEdit notice = writer.begin(
                        place, profiles.author(before), before.get(Messages.AUTHOR_ID), MessageType.POLL_RESULT)
                .set(Messages.CONTENT, "")
                .set(Messages.EMBEDS, Json.bytes(List.of(results(poll))))
                .set(Messages.REFERENCE, Json.bytes(ReplyTarget.reference(place, before)))
                .setIfPresent(Messages.WEBHOOK_ID, before.get(Messages.WEBHOOK_ID))
                .setIfPresent(Messages.APPLICATION_ID, before.get(Messages.APPLICATION_ID));
        writer.send(place, notice, Optional.empty(), null, changes);
        return message.answer();
    }

    /** The results as the fields of an embed. Where two answers have equally many votes, or none has any, none has won. */
    private static ObjectNode results(StoredPoll poll) {
        ObjectNode embed = Json.object().put("type", "poll_result");
        ArrayNode fields = embed.putArray("fields");
        long most = poll.answerIds().map(poll::count).max().orElse(0);
        long[] first =
                poll.answerIds().filter(answer -> poll.count(answer) == most).toArray();
        field(fields, "poll_question_text", poll.question());
        field(fields, "victor_answer_votes", Long.toString(most));
        field(
                fields,
                "total_votes",
                Long.toString(poll.answerIds().map(poll::count).sum()));
        if (most > 0 && first.length == 1) {
            JsonNode media = poll.media(first[0]);
            field(fields, "victor_answer_id", Long.toString(first[0]));
            field(fields, "victor_answer_text", media.path("text").asText());
            JsonNode emoji = media.path("emoji");
            if (emoji.hasNonNull("id")) {
                field(fields, "victor_answer_emoji_id", emoji.get("id").asText());
                field(
                        fields,
                        "victor_answer_emoji_animated",
                        Boolean.toString(emoji.path("animated").asBoolean()));
            }
            if (emoji.hasNonNull("name")) {
                field(fields, "victor_answer_emoji_name", emoji.get("name").asText());
            }
        }
        return embed;
    }

    private static void field(ArrayNode fields, String name, String value) {
        fields.addObject().put("name", name).put("value", value).put("inline", false);
    }
}
