package io.guildhall.model.operation.catalogue;

import static io.guildhall.model.operation.Shapes.bool;
import static io.guildhall.model.operation.Shapes.choice;
import static io.guildhall.model.operation.Shapes.integer;
import static io.guildhall.model.operation.Shapes.list;
import static io.guildhall.model.operation.Shapes.object;
import static io.guildhall.model.operation.Shapes.snowflake;
import static io.guildhall.model.operation.Shapes.text;

import io.guildhall.model.operation.Shape;
import java.util.List;
import java.util.stream.Stream;

/** Queries of searches for messages. */
public final class SearchShapes {
    /** Everything that can be asked of a guild's messages, with the limits of Discord's OpenAPI. */
    public static final Shape MESSAGES = object().optional("sort_by", choice(List.of("relevance", "timestamp")))
            .optional("sort_order", choice(List.of("asc", "desc")))
            .optional("content", text(1024))
            .optional("contents", several(100, text(1024)))
            .optional("slop", integer(0, 100))
            .optional("author_id", several(100, snowflake()))
            .optional("author_type", several(6, eitherWay("user", "bot", "webhook")))
            .optional("mentions", several(100, snowflake()))
            .optional("mentions_role_id", several(100, snowflake()))
            .optional("replied_to_user_id", several(100, snowflake()))
            .optional("replied_to_message_id", several(100, snowflake()))
            .optional("mention_everyone", bool())
            .optional("min_id", snowflake())
            .optional("max_id", snowflake())
            .optional("limit", integer(1, 25))
            .optional("offset", integer(0, 9975))
            .optional(
                    "has",
                    several(
                            18,
                            eitherWay(
                                    "link", "embed", "file", "image", "video", "sound", "sticker", "poll", "snapshot")))
            .optional("link_hostname", several(100, text(256)))
            .optional("embed_provider", several(100, text(256)))
            .optional("embed_type", several(5, choice(List.of("image", "video", "gif", "sound", "article"))))
            .optional("attachment_extension", several(100, text(256)))
            .optional("attachment_filename", several(100, text(1024)))
            .optional("pinned", bool())
            .optional("include_nsfw", bool())
            .optional("channel_id", several(500, snowflake()));

    private SearchShapes() {}

    private static Shape several(int max, Shape element) {
        return list(0, max, element).unique().orOne();
    }

    /** These words, and each with a minus, which asks for the opposite. */
    private static Shape eitherWay(String... words) {
        return choice(Stream.concat(Stream.of(words), Stream.of(words).map(word -> "-" + word))
                .toList());
    }
}
