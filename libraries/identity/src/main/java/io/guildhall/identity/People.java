package io.guildhall.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.guildhall.model.name.UsernameRule;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.Table;
import io.guildhall.model.table.catalogue.Credentials;
import io.guildhall.model.table.catalogue.Emails;
import io.guildhall.model.table.catalogue.Usernames;
import io.guildhall.model.table.catalogue.Users;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/** Finds accounts that have a password. Everything here blocks. */
@ApplicationScoped
public class People {
    private final StorageAccess storage;

    @Inject
    public People(StorageAccess storage) {
        this.storage = storage;
    }

    /** Whose username or e-mail address this is. */
    public Optional<Long> id(String login) {
        String key = key(login);
        return isAddress(login)
                ? row(Emails.TABLE, key).flatMap(row -> row.find(Emails.USER_ID))
                : row(Usernames.TABLE, key).flatMap(row -> row.find(Usernames.USER_ID));
    }

    /** What somebody is looked for by. However a login is spelled, one of the same account has the same. */
    public static String key(String login) {
        return isAddress(login) ? login.toLowerCase(Locale.ROOT) : UsernameRule.key(login);
    }

    private static boolean isAddress(String login) {
        return login.contains("@");
    }

    /** Empty for bots, players without an account of their own, and those whose account is gone. */
    public Optional<Person> person(long userId) {
        return row(Users.TABLE, userId)
                .filter(row -> !row.get(Users.DELETED, false))
                .flatMap(row -> passwordHash(userId).map(hash -> person(userId, row, hash)));
    }

    Optional<String> passwordHash(long userId) {
        return row(Credentials.TABLE, userId).flatMap(row -> row.find(Credentials.PASSWORD_HASH));
    }

    private static Person person(long userId, RowView row, String hash) {
        return new Person(
                userId,
                row.get(Users.USERNAME, ""),
                row.find(Users.EMAIL).map(email -> email.toLowerCase(Locale.ROOT)),
                row.get(Users.VERIFIED, true),
                row.get(Users.MFA_ENABLED, false),
                row.get(Users.LOCALE, "en-US"),
                mark(hash));
    }

    static String mark(String passwordHash) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(passwordHash.getBytes(UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    private Optional<RowView> row(Table table, Object key) {
        return storage.row(Read.row(table, key)).await().indefinitely();
    }
}
