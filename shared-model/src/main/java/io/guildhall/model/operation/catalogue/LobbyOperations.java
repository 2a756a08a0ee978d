package io.guildhall.model.operation.catalogue;

import static io.guildhall.model.operation.Operation.delete;
import static io.guildhall.model.operation.Operation.get;
import static io.guildhall.model.operation.Operation.patch;
import static io.guildhall.model.operation.Operation.post;
import static io.guildhall.model.operation.Operation.put;
import static io.guildhall.model.operation.Shapes.bool;
import static io.guildhall.model.operation.Shapes.choice;
import static io.guildhall.model.operation.Shapes.integer;
import static io.guildhall.model.operation.Shapes.list;
import static io.guildhall.model.operation.Shapes.map;
import static io.guildhall.model.operation.Shapes.name;
import static io.guildhall.model.operation.Shapes.object;
import static io.guildhall.model.operation.Shapes.snowflake;
import static io.guildhall.model.operation.Shapes.text;
import static io.guildhall.model.operation.Shapes.url;

import io.guildhall.model.oauth2.OAuth2Scope;
import io.guildhall.model.operation.Access;
import io.guildhall.model.operation.ObjectShape;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.Scope;
import io.guildhall.model.operation.Shape;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Lobbies of games. An application's bot makes them, and decides who is there; or people join by a secret that they share, with the game
 * speaking for them. All of an operation is for the application that made the lobby, and for others there is none.
 */
public final class LobbyOperations {
    private static final String LOBBIES = "/lobbies";
    private static final String LOBBY = LOBBIES + "/{lobby_id}";
    private static final String MEMBERS = LOBBY + "/members";
    private static final String MEMBER = MEMBERS + "/{user_id}";
    private static final String MESSAGES = LOBBY + "/messages";
    private static final OAuth2Scope[] OF_GAMES = {OAuth2Scope.SDK_SOCIAL_LAYER, OAuth2Scope.LOBBIES_WRITE};

    private static final Pattern KEY = Pattern.compile("(?s).{1,1024}");
    private static final Shape METADATA = map(25, KEY, text(1024));

    /** What moderation says of a message. */
    static final Shape MODERATION = map(5, KEY, text(2000));

    private static final Shape IDLE = integer(5, 604_800);

    private static final ObjectShape MEMBER_FIELDS =
            object().nullable("metadata", METADATA).nullable("flags", choice(1));

    private static final Shape NEW_MEMBERS = list(0, 25, MEMBER_FIELDS.required("id", snowflake()));

    private static final ObjectShape SETTINGS = object().nullable("idle_timeout_seconds", IDLE)
            .nullable("metadata", METADATA)
            .nullable("members", NEW_MEMBERS)
            .nullable("flags", choice(1))
            .nullable("override_event_webhooks_url", url(512));

    public static final Operation CREATE_LOBBY = post("createLobby", LOBBIES)
            .in(Scope.LOBBY)
            .by(Access.BOT)
            .status(201)
            .body(SETTINGS)
            .build();

    public static final Operation JOIN_LOBBY = put("joinLobby", LOBBIES)
            .in(Scope.LOBBY)
            .opens(OF_GAMES)
            .body(object().required("secret", text(1, 250))
                    .nullable("idle_timeout_seconds", IDLE)
                    .nullable("lobby_metadata", METADATA)
                    .nullable("member_metadata", METADATA)
                    .nullable("flags", choice(1)))
            .build();

    public static final Operation GET_LOBBY =
            get("getLobby", LOBBY).in(Scope.LOBBY).by(Access.BOT).build();

    public static final Operation UPDATE_LOBBY = patch("updateLobby", LOBBY)
            .in(Scope.LOBBY)
            .by(Access.BOT)
            .body(SETTINGS)
            .build();

    public static final Operation DELETE_LOBBY = delete("deleteLobby", LOBBY)
            .in(Scope.LOBBY)
            .by(Access.BOT)
            .status(204)
            .build();

    public static final Operation PUT_LOBBY_MEMBER = put("putLobbyMember", MEMBER)
            .in(Scope.LOBBY)
            .by(Access.BOT)
            .body(MEMBER_FIELDS.nullable("additional_name", name(1, 80)))
            .build();

    public static final Operation UPDATE_LOBBY_MEMBERS = post("updateLobbyMembers", MEMBERS + "/bulk")
            .in(Scope.LOBBY)
            .by(Access.BOT)
            .body(list(
                    1,
                    25,
                    MEMBER_FIELDS
                            .required("id", snowflake())
                            .nullable("remove_member", bool())
                            .nullable("additional_name", name(1, 80))))
            .build();

    public static final Operation REMOVE_LOBBY_MEMBER = delete("removeLobbyMember", MEMBER)
            .in(Scope.LOBBY)
            .by(Access.BOT)
            .status(204)
            .build();

    public static final Operation LEAVE_LOBBY = delete("leaveLobby", MEMBERS + "/@me")
            .in(Scope.LOBBY)
            .opens(OF_GAMES)
            .status(204)
            .build();

    public static final Operation LIST_LOBBY_MESSAGES = get("listLobbyMessages", MESSAGES)
            .in(Scope.LOBBY)
            .opens(OF_GAMES)
            .query(object().optional("limit", integer(1, 200)))
            .build();

    /** Text alone: nothing else of a message stands in answers. */
    public static final Operation CREATE_LOBBY_MESSAGE = post("createLobbyMessage", MESSAGES)
            .in(Scope.LOBBY)
            .opens(OF_GAMES)
            .status(201)
            .body(object().nullable("content", text(4000))
                    .nullable("flags", integer())
                    .nullable("metadata", METADATA))
            .build();

    public static final Operation MODERATE_LOBBY_MESSAGE = put(
                    "moderateLobbyMessage", MESSAGES + "/{message_id}/moderation-metadata")
            .in(Scope.LOBBY)
            .by(Access.BOT)
            .status(204)
            .body(MODERATION)
            .build();

    /** Without a channel there is none from then on. */
    public static final Operation LINK_LOBBY_CHANNEL = patch("linkLobbyChannel", LOBBY + "/channel-linking")
            .in(Scope.LOBBY)
            .opens(OF_GAMES)
            .body(object().nullable("channel_id", snowflake()))
            .build();

    /** Into the guild of the channel that is linked; good once, for this member alone. */
    public static final Operation CREATE_LOBBY_INVITE = post("createLobbyInvite", MEMBER + "/invites")
            .in(Scope.API)
            .by(Access.BOT)
            .build();

    public static final Operation CREATE_MY_LOBBY_INVITE = post("createMyLobbyInvite", MEMBERS + "/@me/invites")
            .in(Scope.API)
            .opens(OF_GAMES)
            .build();

    private LobbyOperations() {}

    static List<Operation> all() {
        return List.of(
                CREATE_LOBBY,
                JOIN_LOBBY,
                GET_LOBBY,
                UPDATE_LOBBY,
                DELETE_LOBBY,
                PUT_LOBBY_MEMBER,
                UPDATE_LOBBY_MEMBERS,
                REMOVE_LOBBY_MEMBER,
                LEAVE_LOBBY,
                LIST_LOBBY_MESSAGES,
                CREATE_LOBBY_MESSAGE,
                MODERATE_LOBBY_MESSAGE,
                LINK_LOBBY_CHANNEL,
                CREATE_LOBBY_INVITE,
                CREATE_MY_LOBBY_INVITE);
    }
}
