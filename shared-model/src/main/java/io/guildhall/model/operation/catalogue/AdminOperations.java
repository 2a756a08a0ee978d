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
import static io.guildhall.model.operation.Shapes.object;
import static io.guildhall.model.operation.Shapes.reference;
import static io.guildhall.model.operation.Shapes.snowflake;
import static io.guildhall.model.operation.Shapes.text;
import static io.guildhall.model.operation.Shapes.trimmed;
import static io.guildhall.model.operation.Shapes.url;

import io.guildhall.model.instance.AdminRole;
import io.guildhall.model.instance.RegistrationMode;
import io.guildhall.model.operation.Access;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.Scope;
import io.guildhall.model.operation.Shape;
import java.util.List;
import java.util.regex.Pattern;

/** The administration of the instance: people, guilds, reports, and what holds for all. Whatever changes something is in a journal. */
public final class AdminOperations {
    private static final int LONGEST = 1_000;
    private static final String SETTINGS = "/admin/settings";
    private static final String ADMINISTRATORS = "/admin/administrators";
    private static final String INVITATIONS = "/admin/invitations";
    private static final String USERS = "/admin/users";
    private static final String USER = USERS + "/{user_id}";
    private static final String GUILD = "/admin/guilds/{guild_id}";
    private static final String REPORTS = "/admin/reports";
    private static final String ANNOUNCEMENTS = "/admin/announcements";

    private static final Shape DOMAIN = trimmed(1, 253)
            .matching(
                    Pattern.compile("(?i)[a-z0-9-]+(\\.[a-z0-9-]+)*"),
                    "DOMAIN_INVALID",
                    "Should be a domain, such as example.org.");

    /** What the caller may do here: nothing, for nearly everybody. Clients show by it whether there is anything to administer. */
    public static final Operation GET_MY_ROLE =
            get("getMyRole", "/admin/role").in(Scope.API).by(Access.PERSON).build();

    public static final Operation GET_SETTINGS = administrator(get("getInstanceSettings", SETTINGS));

    public static final Operation UPDATE_SETTINGS = administrator(patch("updateInstanceSettings", SETTINGS)
            .body(object().optional("instance_name", trimmed(1, 64))
                    .optional("description", text(LONGEST))
                    .optional("contact", text(320))
                    .nullable("terms_url", url(2_048))
                    .nullable("privacy_url", url(2_048))
                    .optional("registration", choice(RegistrationMode.texts()))
                    .optional("email_required", bool())
                    .optional("blocked_email_domains", list(0, 10_000, DOMAIN))
                    .optional("registrations_per_address", integer(0, 1_000_000))
                    .optional("registrations_per_hour", integer(0, 1_000_000))
                    .optional("proof_of_work_bits", integer(0, 28))
                    .nullable("max_file_bytes", integer(1, Long.MAX_VALUE))
                    .nullable("guilds_per_person", integer(1, 1_000_000))
                    .nullable("members_per_guild", integer(1, Integer.MAX_VALUE))));

    public static final Operation LIST_ADMINISTRATORS = administrator(get("listAdministrators", ADMINISTRATORS));

    public static final Operation SET_ADMINISTRATOR =
            administrator(put("setAdministrator", ADMINISTRATORS + "/{user_id}")
                    .body(object().required("role", choice(AdminRole.texts()))));

    public static final Operation REMOVE_ADMINISTRATOR = administrator(
            delete("removeAdministrator", ADMINISTRATORS + "/{user_id}").status(204));

    public static final Operation LIST_INVITATIONS = administrator(get("listInvitations", INVITATIONS));

    /** A code that so many people may register with, for so many seconds. */
    public static final Operation CREATE_INVITATION = administrator(post("createInvitation", INVITATIONS)
            .status(201)
            .body(object().optional("max_uses", integer(1, 100_000)).optional("max_age", integer(60, 31_536_000))));

    public static final Operation DELETE_INVITATION = administrator(
            delete("deleteInvitation", INVITATIONS + "/{invitation}").status(204));

    /** By an id, a username, or an e-mail address. */
    public static final Operation FIND_ACCOUNTS =
            moderator(get("findAccounts", USERS).query(object().required("query", trimmed(1, 254))));

    public static final Operation GET_ACCOUNT = moderator(get("getAccount", USER));

    public static final Operation UPDATE_ACCOUNT =
            moderator(patch("updateAccount", USER).body(object().required("disabled", bool())));

    /** A password that is told once, to be handed over; every login ends. */
    public static final Operation REPLACE_PASSWORD = administrator(post("replacePassword", USER + "/password"));

    public static final Operation RESET_SECOND_FACTOR =
            administrator(delete("resetSecondFactor", USER + "/second-factor").status(204));

    public static final Operation DELETE_ACCOUNT =
            administrator(delete("deleteAccount", USER).status(202));

    /** By an id, the code of an invite, or somebody who is a member. */
    public static final Operation FIND_GUILDS = moderator(get("findGuilds", "/admin/guilds")
            .query(object().optional("query", trimmed(1, 100)).optional("user_id", reference())));

    public static final Operation GET_GUILD_RECORD = moderator(get("getGuildRecord", GUILD));

    public static final Operation SUSPEND_GUILD =
            moderator(put("suspendGuild", GUILD + "/suspension").status(204));

    public static final Operation RESTORE_GUILD =
            moderator(delete("restoreGuild", GUILD + "/suspension").status(204));

    public static final Operation TRANSFER_GUILD =
            administrator(post("transferGuild", GUILD + "/transfer").body(object().required("owner_id", reference())));

    public static final Operation LIST_REPORTS = moderator(get("listReports", REPORTS)
            .query(object().optional("state", choice(List.of("open", "settled")))
                    .optional("before", snowflake())
                    .optional("limit", integer(1, 100))));

    public static final Operation SETTLE_REPORT = moderator(patch("settleReport", REPORTS + "/{report_id}")
            .body(object().required("state", choice(List.of("open", "resolved", "dismissed")))
                    .optional("note", text(LONGEST))));

    public static final Operation CREATE_ANNOUNCEMENT = administrator(post("createAnnouncement", ANNOUNCEMENTS)
            .status(201)
            .body(object().required("content", trimmed(1, 2_000)).optional("max_age", integer(60, 31_536_000))));

    public static final Operation DELETE_ANNOUNCEMENT = administrator(
            delete("deleteAnnouncement", ANNOUNCEMENTS + "/{announcement_id}").status(204));

    public static final Operation LIST_ADMIN_AUDIT = administrator(get("listAdminAudit", "/admin/audit")
            .query(object().optional("before", snowflake())
                    .optional("user_id", reference())
                    .optional("limit", integer(1, 100))));

    private AdminOperations() {}

    private static Operation administrator(Operation.Builder operation) {
        return operation.in(Scope.API).by(Access.ADMINISTRATOR).build();
    }

    private static Operation moderator(Operation.Builder operation) {
        return operation.in(Scope.API).by(Access.MODERATOR).build();
    }

    static List<Operation> all() {
        return List.of(
                GET_MY_ROLE,
                GET_SETTINGS,
                UPDATE_SETTINGS,
                LIST_ADMINISTRATORS,
                SET_ADMINISTRATOR,
                REMOVE_ADMINISTRATOR,
                LIST_INVITATIONS,
                CREATE_INVITATION,
                DELETE_INVITATION,
                FIND_ACCOUNTS,
                GET_ACCOUNT,
                UPDATE_ACCOUNT,
                REPLACE_PASSWORD,
                RESET_SECOND_FACTOR,
                DELETE_ACCOUNT,
                FIND_GUILDS,
                GET_GUILD_RECORD,
                SUSPEND_GUILD,
                RESTORE_GUILD,
                TRANSFER_GUILD,
                LIST_REPORTS,
                SETTLE_REPORT,
                CREATE_ANNOUNCEMENT,
                DELETE_ANNOUNCEMENT,
                LIST_ADMIN_AUDIT);
    }
}
