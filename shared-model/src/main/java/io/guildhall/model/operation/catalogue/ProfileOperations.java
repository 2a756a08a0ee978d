package io.guildhall.model.operation.catalogue;

import static io.guildhall.model.operation.Operation.get;
import static io.guildhall.model.operation.Operation.put;
import static io.guildhall.model.operation.Shapes.bool;
import static io.guildhall.model.operation.Shapes.object;
import static io.guildhall.model.operation.Shapes.snowflake;
import static io.guildhall.model.operation.Shapes.text;

import io.guildhall.model.operation.Access;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.Scope;
import java.util.List;

/** What people see of each other, and what they note about them. Discord's own clients call these. */
public final class ProfileOperations {
    private static final String NOTES = "/users/@me/notes";
    private static final String NOTE = NOTES + "/{other_id}";

    /** Of somebody with whom the caller has something to do. */
    public static final Operation GET_PROFILE = get("getProfile", "/users/{user_id}/profile")
            .in(Scope.CALLER)
            .by(Access.PERSON)
            .query(object().optional("with_mutual_guilds", bool())
                    .optional("with_mutual_friends", bool())
                    .optional("with_mutual_friends_count", bool())
                    .optional("guild_id", snowflake()))
            .build();

    public static final Operation LIST_NOTES =
            get("listNotes", NOTES).in(Scope.CALLER).by(Access.PERSON).build();

    public static final Operation GET_NOTE =
            get("getNote", NOTE).in(Scope.CALLER).by(Access.PERSON).build();

    /** An empty note is none. */
    public static final Operation SET_NOTE = put("setNote", NOTE)
            .in(Scope.CALLER)
            .by(Access.PERSON)
            .status(204)
            .body(object().nullable("note", text(256)))
            .build();

    private ProfileOperations() {}

    static List<Operation> all() {
        return List.of(GET_PROFILE, LIST_NOTES, GET_NOTE, SET_NOTE);
    }
}
