package io.guildhall.identity;

import io.guildhall.model.account.UsableAccounts;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.PersonErrorCode;
import io.guildhall.model.identity.Identity;
import io.guildhall.model.name.UsernameRule;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.Credentials;
import io.guildhall.model.table.catalogue.Emails;
import io.guildhall.model.table.catalogue.LoginSessions;
import io.guildhall.model.table.catalogue.Usernames;
import io.guildhall.model.table.catalogue.Users;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** People's accounts: made, entered and left. Everything here blocks; call it on a virtual thread. */
@ApplicationScoped
public class Accounts {
    /** Compared against when there is no such account, so that both take the same time. No password has this hash. */
    private static final String NOBODY =
            "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA" + "$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    private final StorageAccess storage;
    private final People people;
    private final Passwords passwords;
    private final Tokens tokens;
    private final StoredTokenVerifier verifier;
    private final Clock clock;

    /**
     * What a person registers with; the e-mail address is optional.
     *
     * @param verified whether the address counts as the person's without a proof
     */
    public record Registration(
            long userId,
            long sessionId,
            String username,
            Optional<String> globalName,
            Optional<String> email,
            boolean verified,
            String password) {}

    /** A login; times in ms since 1970. */
    public record Login(long sessionId, long createdAt, long lastUsedAt) {}

    @Inject
    public Accounts(
            StorageAccess storage,
            People people,
            Passwords passwords,
            Tokens tokens,
            StoredTokenVerifier verifier,
            Clock clock) {
        this.storage = storage;
        this.people = people;
        this.passwords = passwords;
        this.tokens = tokens;
        this.verifier = verifier;
        this.clock = clock;
    }

    /**
     * Makes an account and logs in.
     *
     * @return the token
     * @throws ApiException 50035 when the username or the e-mail address is taken, or the password is weak
     */
    public String register(Registration registration) {
        PasswordRule.check("password", registration.password(), registration.username());
        String username = UsernameRule.key(registration.username());
        Optional<String> email = registration.email().map(text -> text.toLowerCase(Locale.ROOT));
        String hash = passwords.hash(registration.password());
        long user = registration.userId();
        if (!await(storage.writeIfAbsent(Write.to(Usernames.TABLE, username)
                .set(Usernames.USER_ID, user)
                .ifAbsent()
                .build()))) {
            throw ApiException.invalidField("username", "USERNAME_ALREADY_TAKEN", "Username is unavailable.");
        }
        if (email.isPresent()
                && !await(storage.writeIfAbsent(Write.to(Emails.TABLE, email.get())
                        .set(Emails.USER_ID, user)
                        .ifAbsent()
                        .build()))) {
            await(storage.write(List.of(Write.delete(Usernames.TABLE, username))));
            throw ApiException.invalidField("email", "EMAIL_ALREADY_REGISTERED", "Email is already registered.");
        }
        await(storage.write(List.of(
                Write.to(Users.TABLE, user)
                        .set(Users.USERNAME, registration.username())
                        .set(Users.GLOBAL_NAME, registration.globalName().orElse(null))
                        .set(Users.DISCRIMINATOR, "0")
                        .set(Users.BOT, false)
                        .set(Users.FLAGS, 0L)
                        .set(Users.PUBLIC_FLAGS, 0L)
                        .set(Users.LOCALE, "en-US")
                        .set(Users.EMAIL, email.orElse(null))
                        .set(Users.VERIFIED, registration.verified())
                        .set(Users.MFA_ENABLED, false)
                        .build(),
                Write.to(Credentials.TABLE, user)
                        .set(Credentials.PASSWORD_HASH, hash)
                        .build())));
        return openSession(user, registration.sessionId());
    }

    /**
     * Somebody who knows a password.
     *
     * @param mark of the password that was right; it may be another by now
     */
    public record Known(long userId, String mark) {}

    /**
     * Checks a password for a username or an e-mail address.
     *
     * @throws ApiException 50035 when there is no such account or the password is another
     */
    public Known know(String login, String password) {
        Optional<Long> user = people.id(login);
        Optional<String> hash = user.flatMap(people::passwordHash);
        if (!passwords.matches(password, hash.orElse(NOBODY)) || user.isEmpty()) {
            throw invalidLogin();
        }
        return new Known(user.get(), People.mark(hash.orElse(NOBODY)));
    }

    /**
     * Logs in whoever has shown all that the account asks for.
     *
     * @return the token
     * @throws ApiException 50035 when the password was changed meanwhile: who knew only the one before stays out; 20013 when the account
     *     is disabled, which is told to nobody who has not shown all that it asks for
     */
    public String enter(Known known, long sessionId) {
        String token = openSession(known.userId(), sessionId);
        if (!holds(known)) {
            logout(known.userId(), List.of(sessionId));
            throw invalidLogin();
        }
        return token;
    }

    /** Whether the account's password is the one that it was. */
    public boolean holds(Known known) {
        return people.passwordHash(known.userId())
                .filter(hash -> People.mark(hash).equals(known.mark()))
                .isPresent();
    }

    /**
     * What the account of somebody who is logged in is known by.
     *
     * @throws ApiException 401 when this login has ended meanwhile, as by another password
     */
    public Known stillIn(Identity identity) {
        String mark = people.passwordHash(identity.userId()).map(People::mark).orElse("");
        // The login is looked for after the password: with another password it would be gone.
        if (logins(identity.userId()).stream().noneMatch(login -> login.sessionId() == identity.sessionId())) {
            throw ApiException.unauthorized();
        }
        return new Known(identity.userId(), mark);
    }

    private static ApiException invalidLogin() {
        return ApiException.invalidField("login", "INVALID_LOGIN", "Login or password is invalid.");
    }

    /** Ends the login that this identity came with; its token is refused from now on. */
    public void logout(Identity identity) {
        await(storage.write(List.of(Write.delete(LoginSessions.TABLE, identity.userId(), identity.sessionId()))));
        verifier.forget(identity, identity.sessionId());
    }

    /** Everything that a person is logged in with, oldest first. */
    public List<Login> logins(long user) {
        return rows(user).stream()
                .map(row -> new Login(
                        row.get(LoginSessions.SESSION_ID),
                        row.get(LoginSessions.CREATED_AT, 0L),
                        row.get(LoginSessions.LAST_USED_AT, 0L)))
                .toList();
    }

    /** Ends these logins of the user; tokens of others stay good. */
    public void logout(long user, Collection<Long> sessions) {
        if (!sessions.isEmpty()) {
            await(storage.write(sessions.stream()
                    .map(session -> Write.delete(LoginSessions.TABLE, user, session))
                    .toList()));
            sessions.forEach(session -> verifier.forget(new Identity(user, false, 0, session), session));
        }
    }

    /**
     * Gives the account another password and ends every login; the caller goes on with the token that comes back.
     *
     * @throws ApiException 50035 when the new password is weak, or the password is another one by now
     */
    public String changePassword(Known known, String username, String next, long sessionId) {
        return enter(replacePassword(known, username, next, "new_password"), sessionId);
    }

    /**
     * Gives the account another password and ends every login. Of several who know the same password and change it at once one does: whoever
     * knew only the one before it stays out.
     *
     * @param field that the password came in
     * @return what the account knows its person by now
     * @throws ApiException 50035 when the password is weak, or another one than was known
     */
    public Known replacePassword(Known known, String username, String next, String field) {
        requireStrong(next, username, field);
        long user = known.userId();
        // Read before the password is: a login of whoever changes it at the same time is not among them.
        List<Long> ended = logins(user).stream().map(Login::sessionId).toList();
        String before = people.passwordHash(user)
                .filter(hash -> People.mark(hash).equals(known.mark()))
                .orElseThrow(Accounts::anotherPassword);
        String hash = passwords.hash(next);
        // They go first: should this process die behind the other password, nobody is left in by the old one.
        logout(user, ended);
        if (!await(storage.writeIfAbsent(Write.to(Credentials.TABLE, user)
                .set(Credentials.PASSWORD_HASH, hash)
                .ifCell(Credentials.PASSWORD_HASH, before)
                .build()))) {
            throw anotherPassword();
        }
        endAll(user);
        return new Known(user, People.mark(hash));
    }

    private void endAll(long user) {
        List<Long> ended = logins(user).stream().map(Login::sessionId).toList();
        await(storage.write(List.of(Write.deletePartition(LoginSessions.TABLE, user))));
        ended.forEach(session -> verifier.forget(new Identity(user, false, 0, session), session));
    }

    /** @throws ApiException 50035 at {@code field} when the password is weak */
    public void requireStrong(String password, String username, String field) {
        PasswordRule.check(field, password, username);
    }

    /**
     * Somebody who is logged in and shows the password, too.
     *
     * @throws ApiException 50035 when the account's password is another
     */
    public Known requirePassword(long user, String password) {
        String hash = people.passwordHash(user).orElse(NOBODY);
        if (!passwords.matches(password, hash)) {
            throw anotherPassword();
        }
        return new Known(user, People.mark(hash));
    }

    /** The account as it is now, for an administrator: whoever changes its password at the same moment is told that it is another one. */
    public Known asItIs(long user) {
        return new Known(user, people.passwordHash(user).map(People::mark).orElse(""));
    }

    private static ApiException anotherPassword() {
        return ApiException.invalidField("password", "PASSWORD_DOES_NOT_MATCH", "Password does not match.");
    }

    /** Whether this is the account's username, in whatever case. */
    public boolean isCalled(long user, String username) {
        return UsernameRule.key(username(user)).equals(UsernameRule.key(username));
    }

    /** Empty for an account that is gone. */
    public String username(long user) {
        return account(user).map(row -> row.get(Users.USERNAME, "")).orElse("");
    }

    /** Whether the person put the account aside, and nothing else keeps them from coming back to it. */
    public boolean comesBack(long user) {
        return account(user).filter(UsableAccounts::comesBack).isPresent();
    }

    private Optional<RowView> account(long user) {
        return await(storage.row(Read.row(Users.TABLE, user)));
    }

    private List<RowView> rows(long user) {
        return await(storage.rows(Read.from(LoginSessions.TABLE, user).build()));
    }

    private String openSession(long user, long session) {
        await(storage.write(List.of(Write.to(LoginSessions.TABLE, user, session)
                .set(LoginSessions.CREATED_AT, clock.millis())
                .set(LoginSessions.LAST_USED_AT, clock.millis())
                .build())));
        // After the login is there: who disables the account ends all logins that are there when it is disabled.
        if (account(user).filter(row -> !UsableAccounts.isUsable(row)).isPresent()) {
            logout(user, List.of(session));
            throw ApiException.of(PersonErrorCode.ACCOUNT_IS_DISABLED);
        }
        return tokens.ofPerson(user, session);
    }

    private static <T> T await(Uni<T> uni) {
        return uni.await().indefinitely();
    }
}
