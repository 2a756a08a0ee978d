package io.guildhall.model.operation.catalogue;

import static io.guildhall.model.operation.Operation.delete;
import static io.guildhall.model.operation.Operation.get;
import static io.guildhall.model.operation.Operation.patch;
import static io.guildhall.model.operation.Operation.post;
import static io.guildhall.model.operation.Operation.put;
import static io.guildhall.model.operation.Shapes.bool;
import static io.guildhall.model.operation.Shapes.choice;
import static io.guildhall.model.operation.Shapes.name;
import static io.guildhall.model.operation.Shapes.object;
import static io.guildhall.model.operation.Shapes.text;

import io.guildhall.model.oauth2.OAuth2Scope;
import io.guildhall.model.operation.Access;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.Scope;
import java.util.List;

/** Friends, requests to become friends, and whom a person has blocked. Discord's own clients call these, and games for those who play them. */
public final class RelationshipOperations {
    private static final String RELATIONSHIPS = "/users/@me/relationships";
    /** The other is not named {@code user_id}: the one is always the caller. */
    private static final String RELATIONSHIP = RELATIONSHIPS + "/{other_id}";

    public static final Operation LIST_RELATIONSHIPS = get("listRelationships", RELATIONSHIPS)
            .in(Scope.CALLER)
            .by(Access.PERSON)
            .opens(OAuth2Scope.SDK_SOCIAL_LAYER)
            .build();

    public static final Operation SEND_FRIEND_REQUEST = post("sendFriendRequest", RELATIONSHIPS)
            .in(Scope.CALLER)
            .by(Access.PERSON)
            .opens(OAuth2Scope.SDK_SOCIAL_LAYER)
            .status(204)
            .body(object().required("username", name(1, 37)).nullable("discriminator", text(0, 4)))
            .build();

    /** Asks to become friends, or says yes to who asked, unless the type says to block. */
    public static final Operation PUT_RELATIONSHIP = put("putRelationship", RELATIONSHIP)
            .in(Scope.CALLER)
            .by(Access.PERSON)
            .opens(OAuth2Scope.SDK_SOCIAL_LAYER)
            .status(204)
            .body(object().nullable("type", choice(-1, 1, 2))
                    .optional("from_friend_suggestion", bool())
                    .nullable("friend_token", text(200)))
            .build();

    public static final Operation UPDATE_RELATIONSHIP = patch("updateRelationship", RELATIONSHIP)
            .in(Scope.CALLER)
            .by(Access.PERSON)
            .opens(OAuth2Scope.SDK_SOCIAL_LAYER)
            .status(204)
            .body(object().nullable("nickname", name(1, 32)))
            .build();

    public static final Operation DELETE_RELATIONSHIP = delete("deleteRelationship", RELATIONSHIP)
            .in(Scope.CALLER)
            .by(Access.PERSON)
            .opens(OAuth2Scope.SDK_SOCIAL_LAYER)
            .status(204)
            .build();

    /** Says no to all who asked. */
    public static final Operation DELETE_FRIEND_REQUESTS = delete("deleteFriendRequests", RELATIONSHIPS)
            .in(Scope.CALLER)
            .by(Access.PERSON)
            .opens(OAuth2Scope.SDK_SOCIAL_LAYER)
            .status(204)
            .query(object().optional("relationship_type", choice(3)))
            .build();

    private RelationshipOperations() {}

    static List<Operation> all() {
        return List.of(
                LIST_RELATIONSHIPS,
                SEND_FRIEND_REQUEST,
                PUT_RELATIONSHIP,
                UPDATE_RELATIONSHIP,
                DELETE_RELATIONSHIP,
                DELETE_FRIEND_REQUESTS);
    }
}
