package io.guildhall.model.operation.catalogue;

import static io.guildhall.model.operation.Operation.delete;
import static io.guildhall.model.operation.Operation.get;
import static io.guildhall.model.operation.Operation.patch;
import static io.guildhall.model.operation.Operation.post;
import static io.guildhall.model.operation.Shapes.bool;
import static io.guildhall.model.operation.Shapes.object;
import static io.guildhall.model.operation.Shapes.snowflake;

import io.guildhall.model.operation.Access;
import io.guildhall.model.operation.AuditAction;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.RateLimit;
import io.guildhall.model.operation.Scope;
import io.guildhall.model.operation.Shape;
import io.guildhall.model.permission.Permission;
import java.util.List;

/**
 * Webhooks, and messages that are sent with a token. The token of an interaction stands where a webhook's does, with its application in
 * the place of the webhook.
 */
public final class WebhookOperations {
    private static final String OF_CHANNEL = "/channels/{channel_id}/webhooks";
    private static final String BY_ID = "/webhooks/{webhook_id}";
    private static final String WEBHOOK = BY_ID + "/{webhook_token}";
    private static final String ORIGINAL = WEBHOOK + "/messages/@original";
    private static final String MESSAGE = WEBHOOK + "/messages/{message_id}";

    private static final Shape EXECUTION =
            object().optional("wait", bool()).optional("thread_id", snowflake()).optional("with_components", bool());
    private static final Shape EDIT =
            object().optional("thread_id", snowflake()).optional("with_components", bool());
    private static final Shape THREAD = object().optional("thread_id", snowflake());

    public static final Operation CREATE_WEBHOOK = post("createWebhook", OF_CHANNEL)
            .in(Scope.CHANNEL)
            .body(WebhookShapes.CREATE)
            .needs(Permission.VIEW_CHANNEL, Permission.MANAGE_WEBHOOKS)
            .audit(AuditAction.WEBHOOK_CREATE)
            .build();

    public static final Operation LIST_CHANNEL_WEBHOOKS = get("listChannelWebhooks", OF_CHANNEL)
            .in(Scope.CHANNEL)
            .needs(Permission.VIEW_CHANNEL, Permission.MANAGE_WEBHOOKS)
            .build();

    /** Asked of the channel that is to follow: api has looked at the one that is followed. */
    public static final Operation FOLLOW_CHANNEL = post("followChannel", "/channels/{channel_id}/followers")
            .in(Scope.CHANNEL)
            .body(object().required("webhook_channel_id", snowflake()))
            .needs(Permission.VIEW_CHANNEL, Permission.MANAGE_WEBHOOKS)
            .audit(AuditAction.WEBHOOK_CREATE)
            .build();

    public static final Operation LIST_GUILD_WEBHOOKS = get("listGuildWebhooks", "/guilds/{guild_id}/webhooks")
            .in(Scope.GUILD)
            .needs(Permission.MANAGE_WEBHOOKS)
            .build();

    /** MANAGE_WEBHOOKS in the webhook's channel: the handlers ask. */
    public static final Operation GET_WEBHOOK =
            get("getWebhook", BY_ID).in(Scope.WEBHOOK).build();

    public static final Operation UPDATE_WEBHOOK = patch("updateWebhook", BY_ID)
            .in(Scope.WEBHOOK)
            .body(WebhookShapes.EDIT)
            .audit(AuditAction.WEBHOOK_UPDATE)
            .build();

    public static final Operation DELETE_WEBHOOK = delete("deleteWebhook", BY_ID)
            .in(Scope.WEBHOOK)
            .status(204)
            .audit(AuditAction.WEBHOOK_DELETE)
            .build();

    public static final Operation GET_WEBHOOK_BY_TOKEN =
            get("getWebhookByToken", WEBHOOK).in(Scope.CHANNEL).by(Access.TOKEN).build();

    public static final Operation UPDATE_WEBHOOK_BY_TOKEN = patch("updateWebhookByToken", WEBHOOK)
            .in(Scope.CHANNEL)
            .by(Access.TOKEN)
            .body(WebhookShapes.EDIT_BY_TOKEN)
            .audit(AuditAction.WEBHOOK_UPDATE)
            .build();

    public static final Operation DELETE_WEBHOOK_BY_TOKEN = delete("deleteWebhookByToken", WEBHOOK)
            .in(Scope.CHANNEL)
            .by(Access.TOKEN)
            .status(204)
            .audit(AuditAction.WEBHOOK_DELETE)
            .build();

    public static final Operation EXECUTE_WEBHOOK = post("executeWebhook", WEBHOOK)
            .in(Scope.CHANNEL)
            .by(Access.TOKEN)
            .query(EXECUTION)
            .body(MessageShapes.BY_WEBHOOK)
            .withFiles()
            .limit(RateLimit.WEBHOOK)
            .build();

    public static final Operation EXECUTE_SLACK_WEBHOOK = post("executeSlackWebhook", WEBHOOK + "/slack")
            .in(Scope.CHANNEL)
            .by(Access.TOKEN)
            .query(EXECUTION)
            .body(ForeignShapes.SLACK)
            .limit(RateLimit.WEBHOOK)
            .build();

    public static final Operation EXECUTE_GITHUB_WEBHOOK = post("executeGithubWebhook", WEBHOOK + "/github")
            .in(Scope.CHANNEL)
            .by(Access.TOKEN)
            .status(204)
            .query(EXECUTION)
            .body(ForeignShapes.GITHUB)
            .limit(RateLimit.WEBHOOK)
            .build();

    public static final Operation GET_ORIGINAL_WEBHOOK_MESSAGE = get("getOriginalWebhookMessage", ORIGINAL)
            .in(Scope.CHANNEL)
            .by(Access.TOKEN)
            .query(THREAD)
            .build();

    public static final Operation UPDATE_ORIGINAL_WEBHOOK_MESSAGE = patch("updateOriginalWebhookMessage", ORIGINAL)
            .in(Scope.CHANNEL)
            .by(Access.TOKEN)
            .query(EDIT)
            .body(MessageShapes.EDIT_BY_TOKEN)
            .withFiles()
            .build();

    public static final Operation DELETE_ORIGINAL_WEBHOOK_MESSAGE = delete("deleteOriginalWebhookMessage", ORIGINAL)
            .in(Scope.CHANNEL)
            .by(Access.TOKEN)
            .status(204)
            .query(THREAD)
            .build();

    public static final Operation GET_WEBHOOK_MESSAGE = get("getWebhookMessage", MESSAGE)
            .in(Scope.CHANNEL)
            .by(Access.TOKEN)
            .query(THREAD)
            .build();

    public static final Operation UPDATE_WEBHOOK_MESSAGE = patch("updateWebhookMessage", MESSAGE)
            .in(Scope.CHANNEL)
            .by(Access.TOKEN)
            .query(EDIT)
            .body(MessageShapes.EDIT_BY_TOKEN)
            .withFiles()
            .build();

    public static final Operation DELETE_WEBHOOK_MESSAGE = delete("deleteWebhookMessage", MESSAGE)
            .in(Scope.CHANNEL)
            .by(Access.TOKEN)
            .status(204)
            .query(THREAD)
            .build();

    private WebhookOperations() {}

    static List<Operation> all() {
        return List.of(
                CREATE_WEBHOOK,
                LIST_CHANNEL_WEBHOOKS,
                FOLLOW_CHANNEL,
                LIST_GUILD_WEBHOOKS,
                GET_WEBHOOK,
                UPDATE_WEBHOOK,
                DELETE_WEBHOOK,
                GET_WEBHOOK_BY_TOKEN,
                UPDATE_WEBHOOK_BY_TOKEN,
                DELETE_WEBHOOK_BY_TOKEN,
                EXECUTE_WEBHOOK,
                EXECUTE_SLACK_WEBHOOK,
                EXECUTE_GITHUB_WEBHOOK,
                GET_ORIGINAL_WEBHOOK_MESSAGE,
                UPDATE_ORIGINAL_WEBHOOK_MESSAGE,
                DELETE_ORIGINAL_WEBHOOK_MESSAGE,
                GET_WEBHOOK_MESSAGE,
                UPDATE_WEBHOOK_MESSAGE,
                DELETE_WEBHOOK_MESSAGE);
    }
}
