package io.guildhall.guild.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.protobuf.ByteString;
import io.guildhall.guild.call.Place;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.model.link.LinkLookup;
import io.guildhall.model.payload.Json;
import io.guildhall.model.permission.Permission;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Messages;
import java.util.List;
import java.util.stream.Stream;

/** What messages show of the places that their links lead to, beside the embeds that their senders made. */
final class LinkEmbeds {
    /** Of one message. */
    private static final int MOST_LINKS = 5;

    private static final int LONGEST_LINK = 2_048;
    private static final int MOST_EMBEDS = 10;
    private static final long HIDDEN = MessageFlag.SUPPRESS_EMBEDS | MessageFlag.COMPONENTS_V2;

    private LinkEmbeds() {}

    /** Asks for what the links of a message lead to, if it has any and may show that. */
    static void ask(Place place, RowView message, Changes changes) {
        List<String> links = shown(place, message);
        if (!links.isEmpty()) {
            changes.errand(new LinkLookup(place.channelId(), message.get(Messages.MESSAGE_ID), links).errand());
        }
    }

    /** The links whose targets this message may show. */
    static List<String> shown(Place place, RowView message) {
        List<String> links = SpokenText.addresses(message.get(Messages.CONTENT, "")).stream()
                .filter(link -> link.length() <= LONGEST_LINK)
                .limit(MOST_LINKS)
                .toList();
        boolean shows = !links.isEmpty()
                && MessageType.written(message.get(Messages.TYPE, 0L))
                && !MessageFlag.in(message.get(Messages.FLAGS, 0L), HIDDEN)
                && mayEmbed(place, message);
        return shows ? links : List.of();
    }

    /** The embeds of the message that its sender made. */
    static List<JsonNode> made(RowView message) {
        return embeds(message).filter(LinkEmbeds::isMade).toList();
    }

    /** Those, and behind them these of its links. */
    static ByteString with(RowView message, List<JsonNode> ofLinks) {
        return Json.bytes(Stream.concat(made(message).stream(), ofLinks.stream())
                .limit(MOST_EMBEDS)
                .toList());
    }

    /** Takes away what a message shows of links that it no longer has. */
    static void forget(RowEdit edit) {
        RowView message = edit.view();
        if (!embeds(message).allMatch(LinkEmbeds::isMade)) {
            List<JsonNode> made = made(message);
            edit.set(Messages.EMBEDS, made.isEmpty() ? null : Json.bytes(made));
        }
    }

    private static Stream<JsonNode> embeds(RowView message) {
        return Json.readList(message.get(Messages.EMBEDS, Json.EMPTY_LIST), JsonNode.class).stream();
    }

    private static boolean isMade(JsonNode embed) {
        return embed.path("type").asText().equals("rich");
    }

    /** Webhooks, and applications that answer where they are, need nobody's permission. */
    private static boolean mayEmbed(Place place, RowView message) {
        return (message.has(Messages.WEBHOOK_ID) && Bringer.of(place, message).isEmpty())
                || Permission.EMBED_LINKS.in(place.permissions(Bringer.speaker(place, message)));
    }
}
