package io.guildhall.model.operation.catalogue;

import static io.guildhall.model.operation.Operation.delete;
import static io.guildhall.model.operation.Operation.get;
import static io.guildhall.model.operation.Operation.patch;
import static io.guildhall.model.operation.Operation.post;
import static io.guildhall.model.operation.Operation.put;
import static io.guildhall.model.operation.Shapes.object;
import static io.guildhall.model.operation.Shapes.text;

import io.guildhall.model.oauth2.OAuth2Scope;
import io.guildhall.model.operation.Access;
import io.guildhall.model.operation.ObjectShape;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.RateLimit;
import io.guildhall.model.operation.Scope;
import java.util.List;
import java.util.Map;

/**
 * What two who play a game say to each other in private, by the game, which knows people and not channels. The channel is the one that both
 * have anyway: what is said in the game stands in it, and the other way round.
 */
public final class ConversationOperations {
    private static final String MESSAGES = "/users/{other_id}/messages";
    private static final String MESSAGE = MESSAGES + "/{message_id}";

    /** Games send text, and nothing with it. */
    private static final ObjectShape TEXT = object().required("content", text(1, 2000));

    public static final Operation LIST_USER_MESSAGES = get("listUserMessages", MESSAGES)
            .in(Scope.CONVERSATION)
            .by(Access.PERSON)
            .opens(OAuth2Scope.SDK_SOCIAL_LAYER)
            .query(MessageShapes.LIST)
            .limit(RateLimit.READ)
            .build();

    public static final Operation SEND_USER_MESSAGE = post("sendUserMessage", MESSAGES)
            .in(Scope.CONVERSATION)
            .by(Access.PERSON)
            .opens(OAuth2Scope.SDK_SOCIAL_LAYER)
            .body(TEXT)
            .limit(RateLimit.MESSAGE_CREATE)
            .build();

    public static final Operation UPDATE_USER_MESSAGE = patch("updateUserMessage", MESSAGE)
            .in(Scope.CONVERSATION)
            .by(Access.PERSON)
            .opens(OAuth2Scope.SDK_SOCIAL_LAYER)
            .body(TEXT)
            .limit(RateLimit.MESSAGE_EDIT)
            .build();

    public static final Operation DELETE_USER_MESSAGE = delete("deleteUserMessage", MESSAGE)
            .in(Scope.CONVERSATION)
            .by(Access.PERSON)
            .opens(OAuth2Scope.SDK_SOCIAL_LAYER)
            .status(204)
            .limit(RateLimit.MESSAGE_DELETE)
            .build();

    /** The game's bot says of a message between two, of whom one plays it, what its moderation thinks of it. */
    public static final Operation MODERATE_USER_MESSAGE = put(
                    "moderateUserMessage",
                    "/partner-sdk/dms/{user_id}/{other_id}/messages/{message_id}/moderation-metadata")
            .in(Scope.CONVERSATION)
            .by(Access.BOT)
            .status(204)
            .body(LobbyOperations.MODERATION)
            .build();

    private static final Map<Operation, Operation> MEANT = Map.of(
            LIST_USER_MESSAGES, MessageOperations.LIST_MESSAGES,
            SEND_USER_MESSAGE, MessageOperations.CREATE_MESSAGE,
            UPDATE_USER_MESSAGE, MessageOperations.UPDATE_MESSAGE,
            DELETE_USER_MESSAGE, MessageOperations.DELETE_MESSAGE);

    private ConversationOperations() {}

    /** What the channel's owner is asked: the operation itself, or the one of channels that it is another address of. */
    public static Operation meant(Operation operation) {
        return MEANT.getOrDefault(operation, operation);
    }

    static List<Operation> all() {
        return List.of(
                LIST_USER_MESSAGES, SEND_USER_MESSAGE, UPDATE_USER_MESSAGE, DELETE_USER_MESSAGE, MODERATE_USER_MESSAGE);
    }
}
