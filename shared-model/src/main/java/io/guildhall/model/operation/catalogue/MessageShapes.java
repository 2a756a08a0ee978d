package io.guildhall.model.operation.catalogue;

import static io.guildhall.model.operation.Shapes.bool;
import static io.guildhall.model.operation.Shapes.choice;
import static io.guildhall.model.operation.Shapes.flags;
import static io.guildhall.model.operation.Shapes.integer;
import static io.guildhall.model.operation.Shapes.line;
import static io.guildhall.model.operation.Shapes.list;
import static io.guildhall.model.operation.Shapes.name;
import static io.guildhall.model.operation.Shapes.nonce;
import static io.guildhall.model.operation.Shapes.object;
import static io.guildhall.model.operation.Shapes.snowflake;
import static io.guildhall.model.operation.Shapes.text;
import static io.guildhall.model.operation.Shapes.timestamp;
import static io.guildhall.model.operation.Shapes.trimmed;
import static io.guildhall.model.operation.Shapes.url;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.model.operation.ObjectShape;
import io.guildhall.model.operation.Problems;
import io.guildhall.model.operation.Shape;
import java.util.List;
import java.util.regex.Pattern;

/** Bodies and queries about messages. */
final class MessageShapes {
    private static final int MAX_CONTENT = MessageBounds.MOST_CONTENT;

    private static final ObjectShape ALLOWED_MENTIONS = object().optional(
                    "parse",
                    list(0, 3, choice(List.of("users", "roles", "everyone"))).distinct())
            .optional("users", list(0, 100, snowflake()).distinct())
            .optional("roles", list(0, 100, snowflake()).distinct())
            .optional("replied_user", bool())
            .rule((mentions, problems) -> exclusive(mentions, "users", problems))
            .rule((mentions, problems) -> exclusive(mentions, "roles", problems));

    private static final ObjectShape REFERENCE = object().optional("type", choice(0, 1))
            .required("message_id", snowflake())
            .optional("channel_id", snowflake())
            .optional("guild_id", snowflake())
            .optional("fail_if_not_exists", bool())
            .rule(MessageShapes::forwardFromSomewhere);

    /** A sound's heights as bytes. Clients decode it while they read a message, and lose the whole message by one that is no base64. */
    private static final Shape WAVEFORM = text(400)
            .matching(
                    Pattern.compile("(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?"),
                    "STRING_TYPE_REGEX",
                    "String value did not match validation regex.");
    /** An id that is small is the n of files[n], or chosen for what was uploaded to a slot; a snowflake names an attachment that the message has already. */
    private static final ObjectShape ATTACHMENT = object().required("id", snowflake())
            .optional("filename", text(1, 1024))
            .optional("uploaded_filename", text(1, 4096))
            .optional("title", line(0, 1024))
            .nullable("description", text(1024))
            .optional("duration_secs", Numbers.DURATION)
            .optional("waveform", WAVEFORM)
            .optional("is_remix", bool())
            .optional("is_spoiler", bool());

    static final ObjectShape CREATE = object().optional("content", trimmed(0, MAX_CONTENT))
            .optional("nonce", nonce())
            .optional("enforce_nonce", bool())
            .optional("tts", bool())
            .optional("embeds", EmbedShapes.EMBEDS)
            .optional("allowed_mentions", ALLOWED_MENTIONS)
            .optional("message_reference", REFERENCE)
            .optional("components", ComponentShapes.COMPONENTS)
            .optional("sticker_ids", list(0, 3, snowflake()))
            .optional("attachments", list(0, 10, ATTACHMENT))
            .optional("poll", PollShapes.POLL)
            .optional("shared_client_theme", ThemeShapes.THEME)
            .optional("flags", flags())
            .rule(EmbedShapes::rule)
            .rule(ComponentRules::ofNewMessage);

    /** A message that is sent with a token. */
    static final ObjectShape ANSWER = object().optional("content", trimmed(0, MAX_CONTENT))
            .optional("tts", bool())
            .optional("embeds", EmbedShapes.EMBEDS)
            .optional("allowed_mentions", ALLOWED_MENTIONS)
            .optional("components", ComponentShapes.COMPONENTS)
            .optional("attachments", list(0, 10, ATTACHMENT))
            .optional("poll", PollShapes.POLL)
            .optional("flags", flags())
            .rule(EmbedShapes::rule)
            .rule(ComponentRules::ofNewMessage);

    /** The first message of a post in a forum. */
    static final ObjectShape POST = object().optional("content", trimmed(0, MAX_CONTENT))
            .optional("embeds", EmbedShapes.EMBEDS)
            .optional("allowed_mentions", ALLOWED_MENTIONS)
            .optional("components", ComponentShapes.COMPONENTS)
            .optional("sticker_ids", list(0, 3, snowflake()))
            .optional("attachments", list(0, 10, ATTACHMENT))
            .optional("poll", PollShapes.POLL)
            .optional("shared_client_theme", ThemeShapes.THEME)
            .optional("flags", flags())
            .rule(EmbedShapes::rule)
            .rule(ComponentRules::ofNewMessage);

    /** With what only webhooks say; what answers an interaction may say it too, and it means nothing. */
    static final ObjectShape BY_WEBHOOK = ANSWER.and(object().nullable("username", WebhookShapes.NAME)
            .nullable("avatar_url", url(2048))
            .nullable("thread_name", name(0, 100))
            .nullable("applied_tags", list(0, 5, snowflake())));

    static final ObjectShape EDIT = object().nullable("content", trimmed(0, MAX_CONTENT))
            .nullable("embeds", EmbedShapes.EMBEDS)
            .nullable("allowed_mentions", ALLOWED_MENTIONS)
            .nullable("components", ComponentShapes.COMPONENTS)
            .nullable("attachments", list(0, 10, ATTACHMENT))
            .nullable("flags", flags())
            .rule(EmbedShapes::rule)
            .rule(ComponentRules::ofAnyMessage);

    /** What was only announced may bring a poll when it comes. */
    static final ObjectShape EDIT_BY_TOKEN = EDIT.and(object().optional("poll", PollShapes.POLL));

    static final Shape BULK_DELETE =
            object().required("messages", list(2, 100, snowflake()).unique());

    static final Shape LIST = object().optional("around", snowflake())
            .optional("before", snowflake())
            .optional("after", snowflake())
            .optional("limit", integer(1, 100))
            .rule(MessageShapes::oneAnchor);

    static final Shape LIST_PINS = object().optional("before", timestamp()).optional("limit", integer(1, 50));

    static final Shape LIST_REACTIONS = object().optional("after", snowflake())
            .optional("limit", integer(1, 100))
            .optional("type", choice(0, 1));

    private MessageShapes() {}

    private static void forwardFromSomewhere(ObjectNode reference, Problems problems) {
        if (reference.path("type").asInt() == 1 && !reference.has("channel_id")) {
            problems.at("channel_id").add("BASE_TYPE_REQUIRED", "This field is required");
        }
    }

    private static void exclusive(ObjectNode mentions, String kind, Problems problems) {
        boolean parsed = false;
        for (JsonNode parse : mentions.path("parse")) {
            parsed |= parse.asText().equals(kind);
        }
        if (parsed && !mentions.path(kind).isEmpty()) {
            problems.add(
                    "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE",
                    "parse:[\"" + kind + "\"] and " + kind + ": [ids...] are mutually exclusive.");
        }
    }

    private static void oneAnchor(ObjectNode query, Problems problems) {
        int anchors = 0;
        for (String name : List.of("around", "before", "after")) {
            anchors += query.has(name) ? 1 : 0;
        }
        if (anchors > 1) {
            problems.add("BASE_TYPE_MUTUALLY_EXCLUSIVE", "Only one of around, before and after may be given.");
        }
    }
}
