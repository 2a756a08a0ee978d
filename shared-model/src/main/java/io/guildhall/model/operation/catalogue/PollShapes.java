package io.guildhall.model.operation.catalogue;

import static io.guildhall.model.operation.Shapes.bool;
import static io.guildhall.model.operation.Shapes.choice;
import static io.guildhall.model.operation.Shapes.integer;
import static io.guildhall.model.operation.Shapes.line;
import static io.guildhall.model.operation.Shapes.list;
import static io.guildhall.model.operation.Shapes.object;
import static io.guildhall.model.operation.Shapes.snowflake;
import static io.guildhall.model.operation.Shapes.text;

import io.guildhall.model.operation.ObjectShape;
import io.guildhall.model.operation.Shape;

/** Polls, and votes in them. */
final class PollShapes {
    private static final int MAX_ANSWERS = 10;

    /** A custom emoji by its id, or one of unicode by its name. */
    private static final ObjectShape EMOJI =
            object().optional("id", snowflake()).optional("name", text(1, 32)).optional("animated", bool());

    private static final ObjectShape ANSWER = object().required(
                    "poll_media", object().required("text", line(1, 55)).optional("emoji", EMOJI));

    /** The duration is in hours. */
    static final ObjectShape POLL = object().required("question", object().required("text", line(1, 300)))
            .required("answers", list(1, MAX_ANSWERS, ANSWER))
            .optional("duration", integer(1, 768))
            .optional("allow_multiselect", bool())
            .optional("layout_type", choice(1));

    static final Shape VOTE =
            object().required("answer_ids", list(0, MAX_ANSWERS, snowflake()).distinct());

    static final Shape LIST_VOTERS = object().optional("after", snowflake()).optional("limit", integer(1, 100));

    private PollShapes() {}
}
