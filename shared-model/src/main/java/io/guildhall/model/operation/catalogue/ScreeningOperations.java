package io.guildhall.model.operation.catalogue;

import static io.guildhall.model.operation.Operation.delete;
import static io.guildhall.model.operation.Operation.get;
import static io.guildhall.model.operation.Operation.patch;
import static io.guildhall.model.operation.Operation.put;
import static io.guildhall.model.operation.Shapes.bool;
import static io.guildhall.model.operation.Shapes.choice;
import static io.guildhall.model.operation.Shapes.integer;
import static io.guildhall.model.operation.Shapes.line;
import static io.guildhall.model.operation.Shapes.list;
import static io.guildhall.model.operation.Shapes.object;
import static io.guildhall.model.operation.Shapes.snowflake;
import static io.guildhall.model.operation.Shapes.text;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.operation.AuditAction;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.Problems;
import io.guildhall.model.operation.Scope;
import io.guildhall.model.permission.Permission;
import java.util.List;

/** What a guild asks of those who come, and the requests of those whom it looks at one by one. */
public final class ScreeningOperations {
    private static final int MOST_FIELDS = 5;
    private static final int LONGEST_ANSWER = 1000;
    private static final String FORM = "/guilds/{guild_id}/member-verification";
    private static final String REQUESTS = "/guilds/{guild_id}/requests";
    private static final String MINE = REQUESTS + "/@me";

    /** Of people's clients: for members, and for those who have begun to apply. */
    public static final Operation GET_MEMBER_VERIFICATION = get("getMemberVerification", FORM)
            .in(Scope.GUILD)
            .query(object().optional("with_guild", bool()).optional("invite_code", text(100)))
            .build();

    /** Of people's clients. */
    public static final Operation UPDATE_MEMBER_VERIFICATION = patch("updateMemberVerification", FORM)
            .in(Scope.GUILD)
            .body(object().optional("enabled", bool())
                    .nullable("description", text(300))
                    .optional(
                            "form_fields",
                            list(
                                    0,
                                    MOST_FIELDS,
                                    object().required(
                                                    "field_type",
                                                    choice(List.of(
                                                            "TERMS", "TEXT_INPUT", "PARAGRAPH", "MULTIPLE_CHOICE")))
                                            .required("label", line(1, 300))
                                            .nullable("description", text(300))
                                            .optional("required", bool())
                                            .nullable("placeholder", line(0, 300))
                                            .optional("values", list(1, 16, line(1, 300)))
                                            .optional("choices", list(1, 8, line(1, 150))))))
            .needs(Permission.MANAGE_GUILD)
            .audit(AuditAction.GUILD_UPDATE)
            .build();

    /** Of people's clients: the caller's own request. */
    public static final Operation GET_MY_JOIN_REQUEST =
            get("getMyJoinRequest", MINE).in(Scope.GUILD).build();

    /** Of people's clients: the answers to the form, field by field. */
    public static final Operation SUBMIT_JOIN_REQUEST = put("submitJoinRequest", MINE)
            .in(Scope.GUILD)
            .body(object().nullable("version", text(100))
                    .required(
                            "form_fields",
                            list(0, MOST_FIELDS, object().optional("response", ScreeningOperations::checkResponse))))
            .build();

    /** Of people's clients: the request is taken back. */
    public static final Operation DELETE_MY_JOIN_REQUEST =
            delete("deleteMyJoinRequest", MINE).in(Scope.GUILD).status(204).build();

    /** For KICK_MEMBERS; MANAGE_GUILD hears how many there are: the handler asks. */
    public static final Operation LIST_JOIN_REQUESTS = get("listJoinRequests", REQUESTS)
            .in(Scope.GUILD)
            .query(object().optional("status", choice(List.of("STARTED", "SUBMITTED", "REJECTED", "APPROVED")))
                    .optional("limit", integer(1, 100))
                    .optional("before", snowflake())
                    .optional("after", snowflake()))
            .build();

    public static final Operation ACTION_JOIN_REQUEST = patch("actionJoinRequest", REQUESTS + "/{request_id}")
            .in(Scope.GUILD)
            .body(object().required("action", choice(List.of("APPROVED", "REJECTED")))
                    .nullable("rejection_reason", text(160)))
            .needs(Permission.KICK_MEMBERS)
            .audit(AuditAction.MEMBER_UPDATE)
            .build();

    private ScreeningOperations() {}

    /** What was written, the number of what was chosen, or that the terms are accepted. */
    private static JsonNode checkResponse(JsonNode value, Problems problems) {
        if (value.isTextual()) {
            return text(LONGEST_ANSWER).check(value, problems);
        }
        if (!value.isBoolean() && !(value.isIntegralNumber() && value.canConvertToInt())) {
            problems.add("BASE_TYPE_BAD_TYPE", "A text, a number or a boolean is needed.");
        }
        return value;
    }

    static List<Operation> all() {
        return List.of(
                GET_MEMBER_VERIFICATION,
                UPDATE_MEMBER_VERIFICATION,
                GET_MY_JOIN_REQUEST,
                SUBMIT_JOIN_REQUEST,
                DELETE_MY_JOIN_REQUEST,
                LIST_JOIN_REQUESTS,
                ACTION_JOIN_REQUEST);
    }
}
