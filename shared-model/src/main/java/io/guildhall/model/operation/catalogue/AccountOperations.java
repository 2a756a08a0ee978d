package io.guildhall.model.operation.catalogue;

import static io.guildhall.model.operation.Operation.delete;
import static io.guildhall.model.operation.Operation.get;
import static io.guildhall.model.operation.Operation.patch;
import static io.guildhall.model.operation.Operation.post;
import static io.guildhall.model.operation.Shapes.bool;
import static io.guildhall.model.operation.Shapes.list;
import static io.guildhall.model.operation.Shapes.name;
import static io.guildhall.model.operation.Shapes.object;
import static io.guildhall.model.operation.Shapes.text;
import static io.guildhall.model.operation.Shapes.trimmed;
import static io.guildhall.model.operation.Shapes.username;

import io.guildhall.model.operation.Access;
import io.guildhall.model.operation.ObjectShape;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.RateLimit;
import io.guildhall.model.operation.Scope;
import io.guildhall.model.operation.Shape;
import java.util.List;
import java.util.regex.Pattern;

/** People's own accounts: register, log in, log out here or elsewhere. */
public final class AccountOperations {
    private static final Shape EMAIL = trimmed(3, 254)
            .matching(
                    Pattern.compile("[^@\\s]+@[^@\\s]+"),
                    "EMAIL_TYPE_INVALID_EMAIL",
                    "Not a well formed email address.");

    private static final Shape DATE =
            text(10).matching(Pattern.compile("\\d{4}-\\d{2}-\\d{2}"), "DATE_TYPE_PARSE", "Should be YYYY-MM-DD.");

    private static final String PASSKEYS = "/users/@me/mfa/webauthn/credentials";
    private static final int LONGEST_ANSWER = 8_192;

    public static final Operation REGISTER = post("register", "/auth/register")
            .in(Scope.API)
            .by(Access.ANYONE)
            .status(201)
            .body(object().required("username", username())
                    .optional("global_name", name(1, 32))
                    .optional("email", EMAIL)
                    .required("password", text(8, 72))
                    .optional("date_of_birth", DATE)
                    .optional("consent", bool())
                    .optional("invite", trimmed(1, 64))
                    .optional("captcha_key", text(1, 64))
                    .optional("captcha_rqtoken", text(1, 256)))
            .limit(RateLimit.ACCOUNT)
            .build();

    public static final Operation LOGIN = post("login", "/auth/login")
            .in(Scope.API)
            .by(Access.ANYONE)
            .body(object().required("login", trimmed(1, 254)).required("password", text(1, 128)))
            .limit(RateLimit.ACCOUNT)
            .build();

    public static final Operation LOGOUT = post("logout", "/auth/logout")
            .in(Scope.API)
            .by(Access.PERSON)
            .status(204)
            .limit(RateLimit.ACCOUNT)
            .build();

    public static final Operation LIST_LOGINS =
            get("listLogins", "/auth/sessions").in(Scope.API).by(Access.PERSON).build();

    public static final Operation END_LOGINS = post("endLogins", "/auth/sessions/logout")
            .in(Scope.API)
            .by(Access.PERSON)
            .status(204)
            .body(object().required("session_id_hashes", list(1, 1_000, text(43, 43)))
                    .required("password", text(1, 128)))
            .limit(RateLimit.ACCOUNT)
            .build();

    /** Whoever has read the mail shows it; a token alone says whose address it is. */
    public static final Operation VERIFY_EMAIL = post("verifyEmail", "/auth/verify")
            .in(Scope.API)
            .by(Access.ANYONE)
            .body(object().required("token", text(1, 256)))
            .limit(RateLimit.ACCOUNT)
            .build();

    public static final Operation RESEND_VERIFICATION = post("resendVerification", "/auth/verify/resend")
            .in(Scope.API)
            .by(Access.PERSON)
            .status(204)
            .limit(RateLimit.ACCOUNT)
            .build();

    /** Answers the same for everybody, whether there is such an account or not. */
    public static final Operation FORGOT_PASSWORD = post("forgotPassword", "/auth/forgot")
            .in(Scope.API)
            .by(Access.ANYONE)
            .status(204)
            .body(object().required("login", trimmed(1, 254)))
            .limit(RateLimit.ACCOUNT)
            .build();

    public static final Operation RESET_PASSWORD = post("resetPassword", "/auth/reset")
            .in(Scope.API)
            .by(Access.ANYONE)
            .body(object().required("token", text(1, 256)).required("password", text(8, 72)))
            .limit(RateLimit.ACCOUNT)
            .build();

    /** The second step of a login: a code of the app, or a backup code. */
    public static final Operation LOGIN_WITH_CODE = post("loginWithCode", "/auth/mfa/totp")
            .in(Scope.API)
            .by(Access.ANYONE)
            .body(object().required("ticket", text(1, 256)).required("code", text(1, 32)))
            .limit(RateLimit.ACCOUNT)
            .build();

    public static final Operation ENABLE_CODES = post("enableCodes", "/users/@me/mfa/totp/enable")
            .in(Scope.API)
            .by(Access.PERSON)
            .body(object().required("password", text(1, 128))
                    .required("secret", text(1, 128))
                    .required("code", text(1, 32)))
            .limit(RateLimit.ACCOUNT)
            .build();

    public static final Operation DISABLE_CODES = post("disableCodes", "/users/@me/mfa/totp/disable")
            .in(Scope.API)
            .by(Access.PERSON)
            .body(object().required("code", text(1, 32)))
            .limit(RateLimit.ACCOUNT)
            .build();

    /** Other backup codes: those of before are kept as hashes only, so that nobody is shown them. */
    public static final Operation RENEW_BACKUP_CODES = post("renewBackupCodes", "/users/@me/mfa/codes")
            .in(Scope.API)
            .by(Access.PERSON)
            .body(object().required("password", text(1, 128)).required("code", text(1, 32)))
            .limit(RateLimit.ACCOUNT)
            .build();

    /** The second step of a login by a key of a device: the answer of its browser. */
    public static final Operation LOGIN_WITH_PASSKEY = post("loginWithPasskey", "/auth/mfa/webauthn")
            .in(Scope.API)
            .by(Access.ANYONE)
            .body(object().required("ticket", text(1, 256)).required("code", text(1, LONGEST_ANSWER)))
            .limit(RateLimit.ACCOUNT)
            .build();

    public static final Operation LIST_PASSKEYS =
            get("listPasskeys", PASSKEYS).in(Scope.API).by(Access.PERSON).build();

    /** In two steps: with the password what the browser is to be asked, and with the ticket of that what it answered. */
    public static final Operation ADD_PASSKEY = post("addPasskey", PASSKEYS)
            .in(Scope.API)
            .by(Access.PERSON)
            .body(object().optional("password", text(1, 128))
                    .optional("ticket", text(1, 256))
                    .optional("name", name(1, 32))
                    .optional("credential", text(1, LONGEST_ANSWER)))
            .limit(RateLimit.ACCOUNT)
            .build();

    public static final Operation RENAME_PASSKEY = patch("renamePasskey", PASSKEYS + "/{passkey_id}")
            .in(Scope.API)
            .by(Access.PERSON)
            .body(object().required("name", name(1, 32)))
            .limit(RateLimit.ACCOUNT)
            .build();

    public static final Operation DELETE_PASSKEY = delete("deletePasskey", PASSKEYS + "/{passkey_id}")
            .in(Scope.API)
            .by(Access.PERSON)
            .body(object().required("password", text(1, 128)))
            .limit(RateLimit.ACCOUNT)
            .build();

    /** Until the person logs in again. */
    public static final Operation DISABLE_MY_ACCOUNT = post("disableMyAccount", "/users/@me/disable")
            .in(Scope.API)
            .by(Access.PERSON)
            .status(204)
            .body(leaving())
            .limit(RateLimit.ACCOUNT)
            .build();

    /** For good. */
    public static final Operation DELETE_MY_ACCOUNT = post("deleteMyAccount", "/users/@me/delete")
            .in(Scope.API)
            .by(Access.PERSON)
            .status(204)
            .body(leaving())
            .limit(RateLimit.ACCOUNT)
            .build();

    private AccountOperations() {}

    /** The code is asked for where the account asks for more than its password. */
    private static ObjectShape leaving() {
        return object().required("password", text(1, 128)).optional("code", text(1, 32));
    }

    static List<Operation> all() {
        return List.of(
                REGISTER,
                LOGIN,
                LOGOUT,
                LIST_LOGINS,
                END_LOGINS,
                VERIFY_EMAIL,
                RESEND_VERIFICATION,
                FORGOT_PASSWORD,
                RESET_PASSWORD,
                LOGIN_WITH_CODE,
                ENABLE_CODES,
                DISABLE_CODES,
                RENEW_BACKUP_CODES,
                LOGIN_WITH_PASSKEY,
                LIST_PASSKEYS,
                ADD_PASSKEY,
                RENAME_PASSKEY,
                DELETE_PASSKEY,
                DISABLE_MY_ACCOUNT,
                DELETE_MY_ACCOUNT);
    }
}
