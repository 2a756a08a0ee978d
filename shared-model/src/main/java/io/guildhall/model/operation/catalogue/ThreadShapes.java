package io.guildhall.model.operation.catalogue;

import static io.guildhall.model.operation.Shapes.bool;
import static io.guildhall.model.operation.Shapes.choice;
import static io.guildhall.model.operation.Shapes.integer;
import static io.guildhall.model.operation.Shapes.list;
import static io.guildhall.model.operation.Shapes.name;
import static io.guildhall.model.operation.Shapes.object;
import static io.guildhall.model.operation.Shapes.snowflake;
import static io.guildhall.model.operation.Shapes.text;
import static io.guildhall.model.operation.Shapes.timestamp;

import io.guildhall.model.operation.ObjectShape;
import io.guildhall.model.operation.Shape;
import java.util.List;

/** Bodies and queries about threads. */
final class ThreadShapes {
    /** Minutes. */
    static final Shape AUTO_ARCHIVE_DURATION = choice(60, 1440, 4320, 10_080);

    /** Tags of one post. */
    static final Shape APPLIED_TAGS = list(0, 5, snowflake()).distinct();

    /** Whether posts have all the tags that are looked for, or one of them is enough. */
    static final Shape TAG_SETTING = choice(List.of("match_all", "match_some"));

    private static final Shape SECONDS = integer(0, 21_600);
    private static final int MOST_LISTED = 100;

    static final ObjectShape FROM_MESSAGE = object().required("name", name(1, 100))
            .optional("auto_archive_duration", AUTO_ARCHIVE_DURATION)
            .optional("rate_limit_per_user", SECONDS);

    /** The last two are of posts in forums. */
    static final ObjectShape CREATE = FROM_MESSAGE
            .optional("type", choice(10, 11, 12))
            .optional("invitable", bool())
            .optional("applied_tags", APPLIED_TAGS)
            .optional("message", MessageShapes.POST);

    static final ObjectShape MEMBER = object().optional("with_member", bool());

    static final ObjectShape MEMBERS = MEMBER.optional("after", snowflake()).optional("limit", integer(1, MOST_LISTED));

    private static final Shape PAGE = integer(2, MOST_LISTED);

    static final ObjectShape ARCHIVED = object().optional("before", timestamp()).optional("limit", PAGE);

    static final ObjectShape MY_ARCHIVED =
            object().optional("before", snowflake()).optional("limit", PAGE);

    /** Of all that fit those up to the ten thousandth can be had. */
    static final ObjectShape SEARCH = object().optional("name", text(100))
            .optional("slop", integer(0, 100))
            .optional("min_id", snowflake())
            .optional("max_id", snowflake())
            .optional("tag", list(0, 20, snowflake()).unique().orOne())
            .optional("tag_setting", TAG_SETTING)
            .optional("archived", bool())
            .optional("sort_by", choice(List.of("relevance", "creation_time", "last_message_time", "archive_time")))
            .optional("sort_order", choice(List.of("asc", "desc")))
            .optional("limit", integer(1, 25))
            .optional("offset", integer(0, 9975));

    private ThreadShapes() {}
}
