package io.guildhall.model.operation.catalogue;

import static io.guildhall.model.operation.Operation.delete;
import static io.guildhall.model.operation.Operation.get;
import static io.guildhall.model.operation.Operation.patch;
import static io.guildhall.model.operation.Operation.post;
import static io.guildhall.model.operation.Shapes.bool;
import static io.guildhall.model.operation.Shapes.object;
import static io.guildhall.model.operation.Shapes.snowflake;

import io.guildhall.model.operation.Access;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.Scope;
import io.guildhall.model.operation.Shape;
import java.util.List;

/**
 * Messages that are sent with a token. The token of an interaction stands where a webhook's does, with its application in the place of
 * the webhook.
 */
public final class WebhookOperations {
    private static final String WEBHOOK = "/webhooks/{webhook_id}/{webhook_token}";
    private static final String ORIGINAL = WEBHOOK + "/messages/@original";
    private static final String MESSAGE = WEBHOOK + "/messages/{message_id}";

    private static final Shape EXECUTION =
            object().optional("wait", bool()).optional("thread_id", snowflake()).optional("with_components", bool());
    private static final Shape EDIT =
            object().optional("thread_id", snowflake()).optional("with_components", bool());
    private static final Shape THREAD = object().optional("thread_id", snowflake());

    public static final Operation EXECUTE_WEBHOOK = post("executeWebhook", WEBHOOK)
            .in(Scope.CHANNEL)
            .by(Access.TOKEN)
            .query(EXECUTION)
            .body(MessageShapes.ANSWER)
            .withFiles()
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
            .body(MessageShapes.EDIT)
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
            .body(MessageShapes.EDIT)
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
                EXECUTE_WEBHOOK,
                GET_ORIGINAL_WEBHOOK_MESSAGE,
                UPDATE_ORIGINAL_WEBHOOK_MESSAGE,
                DELETE_ORIGINAL_WEBHOOK_MESSAGE,
                GET_WEBHOOK_MESSAGE,
                UPDATE_WEBHOOK_MESSAGE,
                DELETE_WEBHOOK_MESSAGE);
    }
}
