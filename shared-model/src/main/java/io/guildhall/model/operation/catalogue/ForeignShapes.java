package io.guildhall.model.operation.catalogue;

import static io.guildhall.model.operation.Shapes.bool;
import static io.guildhall.model.operation.Shapes.integer;
import static io.guildhall.model.operation.Shapes.list;
import static io.guildhall.model.operation.Shapes.object;
import static io.guildhall.model.operation.Shapes.text;
import static io.guildhall.model.operation.Shapes.url;

import io.guildhall.model.operation.ObjectShape;
import io.guildhall.model.operation.Shape;

/** What webhooks take that others than Discord have thought up. Whatever else stands in it is not looked at. */
final class ForeignShapes {
    private static final int LONG = 152_133;
    private static final Shape TEXT = text(LONG);
    private static final Shape LINK = url(2048);

    private static final ObjectShape SLACK_FIELD = object().nullable("title", TEXT)
            .nullable("name", TEXT)
            .nullable("value", TEXT)
            .nullable("short", bool())
            .nullable("inline", bool());

    private static final ObjectShape SLACK_ATTACHMENT = object().nullable("title", TEXT)
            .nullable("title_link", LINK)
            .nullable("text", TEXT)
            .nullable("color", text(7))
            .nullable("ts", integer(0, 32_503_679_999L))
            .nullable("pretext", TEXT)
            .nullable("footer", TEXT)
            .nullable("footer_icon", LINK)
            .nullable("author_name", TEXT)
            .nullable("author_link", LINK)
            .nullable("author_icon", LINK)
            .nullable("image_url", LINK)
            .nullable("thumb_url", LINK)
            .nullable("fields", list(0, 1521, SLACK_FIELD));

    static final ObjectShape SLACK = object().nullable("text", text(2000))
            .nullable("username", WebhookShapes.NAME)
            .nullable("icon_url", LINK)
            .nullable("attachments", list(0, 1521, SLACK_ATTACHMENT));

    private static final ObjectShape USER =
            object().required("login", TEXT).required("html_url", LINK).required("avatar_url", LINK);

    private static final ObjectShape ISSUE = object().required("number", integer())
            .required("html_url", LINK)
            .required("title", TEXT)
            .nullable("body", TEXT)
            .nullable("merged", bool())
            .nullable("pull_request", object());

    private static final ObjectShape REPOSITORY =
            object().required("html_url", LINK).required("name", TEXT).required("full_name", TEXT);

    private static final ObjectShape COMMIT = object().required("id", TEXT)
            .required("url", LINK)
            .required("message", TEXT)
            .required("author", object().nullable("username", TEXT).required("name", TEXT));

    private static final ObjectShape COMMENT =
            object().required("html_url", LINK).nullable("commit_id", TEXT).required("body", TEXT);

    private static final ObjectShape CHECK_SUITE = object().nullable("conclusion", TEXT)
            .nullable("head_branch", TEXT)
            .required("head_sha", TEXT)
            .required("app", object().required("name", TEXT));

    static final ObjectShape GITHUB = object().nullable("action", TEXT)
            .nullable("ref", TEXT)
            .nullable("ref_type", TEXT)
            .nullable("master_branch", TEXT)
            .nullable("comment", COMMENT)
            .nullable("issue", ISSUE)
            .nullable("pull_request", ISSUE)
            .nullable("repository", REPOSITORY)
            .nullable("forkee", REPOSITORY)
            .required("sender", USER)
            .nullable("member", USER)
            .nullable("release", object().required("tag_name", TEXT).required("html_url", LINK))
            .nullable("head_commit", COMMIT)
            .nullable("commits", list(0, 1521, COMMIT))
            .nullable("forced", bool())
            .nullable("compare", LINK)
            .nullable(
                    "review",
                    object().nullable("body", TEXT).required("html_url", LINK).required("state", TEXT))
            .nullable(
                    "check_run",
                    object().nullable("conclusion", TEXT)
                            .required("name", TEXT)
                            .required("html_url", LINK)
                            .required("check_suite", CHECK_SUITE))
            .nullable("check_suite", CHECK_SUITE)
            .nullable(
                    "discussion",
                    object().required("title", TEXT)
                            .required("number", integer())
                            .required("html_url", LINK)
                            .nullable("answer_html_url", LINK)
                            .nullable("body", TEXT))
            .nullable("answer", COMMENT);

    private ForeignShapes() {}
}
