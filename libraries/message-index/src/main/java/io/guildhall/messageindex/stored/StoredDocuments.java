package io.guildhall.messageindex.stored;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.ByteString;
import io.guildhall.messageindex.document.Documents;
import io.guildhall.messageindex.document.MessageDocument;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Attachment;
import io.guildhall.model.payload.Json;
import io.guildhall.model.payload.Message;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.MessageBucket;
import io.guildhall.model.table.catalogue.Messages;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes documents of rows of messages: only what an index knows is looked at. */
record StoredDocuments(StoredRows rows, long home) {
    private static final int REPLY = 19;
    private static final long SUPPRESS_EMBEDS = 1 << 2;
    private static final ByteString NOTHING = ByteString.copyFromUtf8("{}");

    /** @param page rows of one channel */
    List<MessageDocument> of(List<RowView> page) {
        Map<Long, RowView> known =
                page.stream().collect(Collectors.toMap(row -> row.get(Messages.MESSAGE_ID), Function.identity()));
        return page.stream()
                .map(row -> Documents.of(home, message(row, repliedTo(row, known))))
                .toList();
    }

    private Message message(RowView row, Optional<RowView> repliedTo) {
        ObjectNode message = Json.object()
                .put("id", Snowflake.format(row.get(Messages.MESSAGE_ID)))
                .put("channel_id", Snowflake.format(row.get(Messages.CHANNEL_ID)))
                .put("type", row.get(Messages.TYPE, 0L))
                .put("content", row.get(Messages.CONTENT, ""))
                .put("mention_everyone", row.get(Messages.MENTION_EVERYONE, false))
                .put("pinned", row.get(Messages.PINNED, false));
        message.set("author", author(row));
        message.set("mentions", users(row.get(Messages.MENTIONS, List.of())));
        message.set("mention_roles", ids(row.get(Messages.MENTION_ROLES, List.of())));
        message.set("attachments", Json.tree(attachments(row)));
        message.set(
                "embeds",
                (row.get(Messages.FLAGS, 0L) & SUPPRESS_EMBEDS) != 0 ? Json.array() : list(row.get(Messages.EMBEDS)));
        message.set("components", list(row.get(Messages.COMPONENTS)));
        row.find(Messages.WEBHOOK_ID).ifPresent(id -> message.put("webhook_id", Snowflake.format(id)));
        row.find(Messages.APPLICATION_ID).ifPresent(id -> message.put("application_id", Snowflake.format(id)));
        row.find(Messages.POLL).ifPresent(poll -> message.set("poll", Json.parse(poll)));
        row.find(Messages.STICKER_ITEMS).ifPresent(items -> message.set("sticker_items", Json.parse(items)));
        row.find(Messages.REFERENCE).map(Json::parse).ifPresent(reference -> {
            message.set("message_reference", reference);
            message.set("message_snapshots", reference.get("message_snapshots"));
        });
        repliedTo.ifPresent(other -> message.putObject("referenced_message").set("author", author(other)));
        return Json.read(message, Message.class);
    }

    /** What is never looked at, such as how somebody is called, is left out. */
    private static ObjectNode author(RowView row) {
        JsonNode then = Json.parse(row.get(Messages.AUTHOR, NOTHING));
        ObjectNode author = Json.object().put("id", Snowflake.format(row.get(Messages.AUTHOR_ID)));
        if (then.path("bot").asBoolean()) {
            author.put("bot", true);
        }
        return author;
    }

    private Optional<RowView> repliedTo(RowView row, Map<Long, RowView> known) {
        if (row.get(Messages.TYPE, 0L) != REPLY || !row.has(Messages.REFERENCE)) {
            return Optional.empty();
        }
        String id = Json.parse(row.get(Messages.REFERENCE)).path("message_id").asText("0");
        long message = Snowflake.parse(id);
        return Optional.ofNullable(known.get(message))
                .or(() -> rows.row(Messages.TABLE, row.get(Messages.CHANNEL_ID), MessageBucket.of(message), message));
    }

    /** A file that an embed or a component shows is not among the attachments as well. */
    private static List<Attachment> attachments(RowView row) {
        return row
                .find(Messages.ATTACHMENTS)
                .map(files -> Json.readList(files, Attachment.class))
                .orElse(List.of())
                .stream()
                .filter(file -> !isShownInside(row, file.url()))
                .toList();
    }

    private static boolean isShownInside(RowView row, String url) {
        int query = url.indexOf('?');
        String address = query < 0 ? url : url.substring(0, query);
        return Stream.of(Messages.EMBEDS, Messages.COMPONENTS)
                .flatMap(column -> row.find(column).stream())
                .anyMatch(shown -> Json.contains(shown, "\"proxy_url\":\"" + address)
                        || Json.contains(shown, "\"proxy_icon_url\":\"" + address));
    }

    private static JsonNode list(ByteString json) {
        return json == null ? Json.array() : Json.parse(json);
    }

    private static ArrayNode users(List<Long> ids) {
        ArrayNode users = Json.array();
        ids.forEach(id -> users.addObject().put("id", Snowflake.format(id)));
        return users;
    }

    private static ArrayNode ids(List<Long> ids) {
        ArrayNode texts = Json.array();
        ids.forEach(id -> texts.add(Snowflake.format(id)));
        return texts;
    }
}
