package io.guildhall.identity.oauth2;

import io.guildhall.identity.ApplicationAccounts;
import io.guildhall.identity.StorageAccess;
import io.guildhall.identity.TokenConfig;
import io.guildhall.identity.oauth2.GrantToken.Kind;
import io.guildhall.model.account.UsableAccounts;
import io.guildhall.model.identity.Grant;
import io.guildhall.model.identity.Identity;
import io.guildhall.model.oauth2.OAuth2Scope;
import io.guildhall.model.oauth2.OAuth2Scopes;
import io.guildhall.model.rpc.Mutation;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.Applications;
import io.guildhall.model.table.catalogue.OAuth2Grants;
import io.guildhall.model.table.catalogue.Users;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What people let applications do, with the codes and tokens that come of it. Codes and refresh tokens are good once: whoever uses one
 * first changes the grant's generation on the condition that it is still the old one. Everything here blocks; call it on a virtual thread.
 */
@ApplicationScoped
public class Grants {
    /** As Discord's. */
    public static final Duration TOKEN_LIFETIME = Duration.ofDays(7);

    /** Of refresh tokens that nobody uses; what nobody uses any more goes, so that an account gathers no grants for ever. */
    public static final Duration REFRESH_LIFETIME = Duration.ofDays(90);

    /**
     * What one person keeps of one application, and of all together; who gets more loses what was given first. Every question that a person
     * is asked reads all grants of theirs.
     */
    private static final int MAX_OF_APPLICATION = 25;

    private static final int MAX_OF_PERSON = 500;

    private static final Duration CODE_LIFETIME = Duration.ofMinutes(1);

    /** When grants expire that were taken back. */
    private static final long ENDED = 0;

    private final StorageAccess storage;
    private final ApplicationAccounts applications;
    private final GrantTokenCodec codec;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    @Inject
    public Grants(StorageAccess storage, TokenConfig config, Clock clock) {
        this.storage = storage;
        this.applications = new ApplicationAccounts(storage);
        this.codec = new GrantTokenCodec(config.secret());
        this.clock = clock;
    }

    /**
     * A code that is good for a minute, and once.
     *
     * @param grantId a number that was never used before
     */
    public String code(CodeRequest request, long grantId) {
        long generation = random.nextLong();
        write(row(request.userId(), grantId, request.applicationId(), request.scopes(), generation, in(CODE_LIFETIME))
                .set(OAuth2Grants.REDIRECT_URI, request.redirectUri())
                .set(OAuth2Grants.CODE_CHALLENGE, request.codeChallenge().orElse(null))
                .set(OAuth2Grants.NONCE, request.nonce().orElse(null))
                .set(OAuth2Grants.WEBHOOK, request.webhook().orElse(null))
                .timeToLive((int) CODE_LIFETIME.toSeconds() * 10)
                .ifAbsent()
                .build());
        endTooMany(request.userId(), request.applicationId());
        return codec.write(new GrantToken(Kind.CODE, request.userId(), grantId, generation));
    }

    /** A token at once, and none to refresh it with. */
    public TokenPair token(long userId, long applicationId, Set<OAuth2Scope> scopes, long grantId) {
        long generation = random.nextLong();
        write(row(userId, grantId, applicationId, scopes, generation, in(TOKEN_LIFETIME))
                .timeToLive((int) TOKEN_LIFETIME.toSeconds())
                .ifAbsent()
                .build());
        endTooMany(userId, applicationId);
        return pair(userId, grantId, generation, scopes, false, Optional.empty());
    }

    /**
     * Tokens for a code; empty for one that is no good, was used, was given to another application or for another address, or does
     * not fit the verifier. A code that comes a second time was stolen: what came of it the first time is revoked.
     */
    public Optional<TokenPair> redeem(long applicationId, String code, String redirectUri, Optional<String> verifier) {
        Optional<GrantToken> token = codec.read(code).filter(read -> read.kind() == Kind.CODE);
        Optional<RowView> row = token.flatMap(this::row).filter(found -> belongs(found, applicationId));
        if (row.isEmpty()) {
            return Optional.empty();
        }
        if (row.get().get(OAuth2Grants.GENERATION) != token.get().generation()) {
            endForGood(token.get().userId(), token.get().grantId());
            return Optional.empty();
        }
        boolean fits = isAlive(row.get())
                && isThere(token.get().userId())
                && applications.isUsable(applicationId)
                && redirectUri.equals(row.get().get(OAuth2Grants.REDIRECT_URI, ""))
                && CodeChallenge.fits(row.get().find(OAuth2Grants.CODE_CHALLENGE), verifier);
        return fits ? next(token.get(), row.get()) : Optional.empty();
    }

    /** New tokens for a refresh token, the old ones are no good any more; empty for one that is no good itself. */
    public Optional<TokenPair> refresh(long applicationId, String refreshToken) {
        return codec.read(refreshToken)
                .filter(token -> token.kind() == Kind.REFRESH)
                .flatMap(token -> row(token)
                        .filter(row -> belongs(row, applicationId) && isOf(token, row) && isRefreshable(row))
                        .filter(row -> isThere(token.userId()) && applications.isUsable(applicationId))
                        .flatMap(row -> next(token, row)));
    }

    /** Ends what an application's access or refresh token belongs to; nothing happens for one that is no good. */
    public void revoke(long applicationId, String text) {
        codec.read(text).filter(token -> token.kind() != Kind.CODE).ifPresent(token -> row(token)
                .filter(row -> belongs(row, applicationId) && isOf(token, row))
                .ifPresent(row -> end(token.userId(), token.grantId(), row)));
    }

    /** What the person has let applications do, oldest first; what was taken back is not among it, nor what belongs to applications that are gone. */
    public List<StoredGrant> of(long userId) {
        return alive(userId)
                .filter(row -> exists(application(row)))
                .map(row -> new StoredGrant(row.get(OAuth2Grants.GRANT_ID), application(row), scopes(row)))
                .toList();
    }

    /** Whether the person has let the application do all of this already. */
    public boolean covers(long userId, long applicationId, Set<OAuth2Scope> scopes) {
        return alive(userId)
                .anyMatch(row -> belongs(row, applicationId) && scopes(row).containsAll(scopes));
    }

    private Stream<RowView> alive(long userId) {
        return storage.rows(Read.from(OAuth2Grants.TABLE, userId).build()).await().indefinitely().stream()
                .filter(row -> !isEnded(row));
    }

    /**
     * Ends the oldest of what is too much. A new one is written before: of several that come at once the last sees all, and since each
     * goes by their order alone, all agree about which ones stay.
     */
    private void endTooMany(long userId, long applicationId) {
        List<RowView> all = alive(userId).toList();
        List<RowView> ofApplication =
                all.stream().filter(row -> belongs(row, applicationId)).toList();
        Stream.concat(beyond(ofApplication, MAX_OF_APPLICATION), beyond(all, MAX_OF_PERSON))
                .distinct()
                .forEach(row -> end(userId, row.get(OAuth2Grants.GRANT_ID), row));
    }

    private static Stream<RowView> beyond(List<RowView> rows, int most) {
        return rows.stream().limit(Math.max(0, rows.size() - most));
    }

    /** Takes one back, and says of which application it was; empty when there is none with this id. */
    public Optional<Long> end(long userId, long grantId) {
        Optional<Long> application =
                row(userId, grantId).filter(row -> !isEnded(row)).map(Grants::application);
        if (application.isPresent()) {
            endForGood(userId, grantId);
        }
        return application;
    }

    /** Ends all that the person has let the application do, as when the two have nothing to do with each other any more. */
    public void endAll(long userId, long applicationId) {
        alive(userId)
                .filter(row -> belongs(row, applicationId))
                .map(row -> row.get(OAuth2Grants.GRANT_ID))
                .toList()
                .forEach(grant -> endForGood(userId, grant));
    }

    /** The person an access token speaks for, and how far; empty for one that is no good, or whose application or account is gone or disabled. */
    public Optional<Identity> verify(String accessToken) {
        return codec.read(accessToken)
                .filter(token -> token.kind() == Kind.ACCESS)
                .flatMap(token -> row(token)
                        .filter(row -> isOf(token, row) && isAlive(row) && exists(application(row)))
                        .filter(row -> isThere(token.userId()) && applications.isUsable(application(row)))
                        .map(row -> Identity.granted(
                                token.userId(),
                                new Grant(
                                        token.grantId(),
                                        application(row),
                                        scopes(row),
                                        row.get(OAuth2Grants.EXPIRES_AT)))));
    }

    private Optional<TokenPair> next(GrantToken used, RowView row) {
        long generation = random.nextLong();
        Set<OAuth2Scope> scopes = scopes(row);
        Optional<RowView> asked = used.kind() == Kind.CODE ? Optional.of(row) : Optional.empty();
        boolean first = storage.writeIfAbsent(
                        row(used.userId(), used.grantId(), application(row), scopes, generation, in(TOKEN_LIFETIME))
                                .timeToLive((int) REFRESH_LIFETIME.toSeconds())
                                .ifCell(OAuth2Grants.GENERATION, used.generation())
                                .build())
                .await()
                .indefinitely();
        return first
                ? Optional.of(pair(used.userId(), used.grantId(), generation, scopes, true, asked))
                : Optional.empty();
    }

    /** @param asked the row of the code that these are the first tokens for */
    private TokenPair pair(
            long user,
            long grant,
            long generation,
            Set<OAuth2Scope> scopes,
            boolean refreshable,
            Optional<RowView> asked) {
        return new TokenPair(
                codec.write(new GrantToken(Kind.ACCESS, user, grant, generation)),
                refreshable
                        ? Optional.of(codec.write(new GrantToken(Kind.REFRESH, user, grant, generation)))
                        : Optional.empty(),
                scopes,
                TOKEN_LIFETIME,
                user,
                asked.flatMap(row -> row.find(OAuth2Grants.NONCE)),
                asked.flatMap(row -> row.find(OAuth2Grants.WEBHOOK)));
    }

    private Write row(
            long user, long grant, long application, Set<OAuth2Scope> scopes, long generation, long expiresAt) {
        return Write.to(OAuth2Grants.TABLE, user, grant)
                .set(OAuth2Grants.GENERATION, generation)
                .set(OAuth2Grants.APPLICATION_ID, application)
                .set(OAuth2Grants.SCOPES, OAuth2Scopes.format(scopes))
                .set(OAuth2Grants.EXPIRES_AT, expiresAt);
    }

    private Optional<RowView> row(GrantToken token) {
        return row(token.userId(), token.grantId());
    }

    private Optional<RowView> row(long userId, long grantId) {
        return storage.row(Read.row(OAuth2Grants.TABLE, userId, grantId))
                .await()
                .indefinitely();
    }

    private static boolean isEnded(RowView row) {
        return row.get(OAuth2Grants.EXPIRES_AT, ENDED) == ENDED;
    }

    private boolean exists(long application) {
        return storage.row(Read.row(Applications.TABLE, application))
                .await()
                .indefinitely()
                .isPresent();
    }

    private boolean isThere(long user) {
        return storage.row(Read.row(Users.TABLE, user))
                .await()
                .indefinitely()
                .filter(UsableAccounts::isUsable)
                .isPresent();
    }

    /**
     * Nobody has a token of the generation that the row gets, and it goes soon. As all writes of grants it is conditional: a store
     * of several nodes orders those among themselves, but not with others.
     */
    private boolean end(long userId, long grantId, RowView row) {
        return storage.writeIfAbsent(row(userId, grantId, application(row), Set.of(), random.nextLong(), ENDED)
                        .timeToLive((int) CODE_LIFETIME.toSeconds() * 10)
                        .ifCell(OAuth2Grants.GENERATION, row.get(OAuth2Grants.GENERATION))
                        .build())
                .await()
                .indefinitely();
    }

    /** However often who has tokens refreshes them meanwhile. */
    private void endForGood(long userId, long grantId) {
        Optional<RowView> row = row(userId, grantId);
        while (row.isPresent() && !end(userId, grantId, row.get())) {
            row = row(userId, grantId);
        }
    }

    private void write(Mutation mutation) {
        if (!storage.writeIfAbsent(mutation).await().indefinitely()) {
            throw new IllegalStateException("a grant has an id that another has already");
        }
    }

    private long in(Duration lifetime) {
        return clock.millis() + lifetime.toMillis();
    }

    private boolean isAlive(RowView row) {
        return clock.millis() < row.get(OAuth2Grants.EXPIRES_AT, 0L);
    }

    private boolean isRefreshable(RowView row) {
        Duration longer = REFRESH_LIFETIME.minus(TOKEN_LIFETIME);
        return clock.millis() < row.get(OAuth2Grants.EXPIRES_AT, 0L) + longer.toMillis();
    }

    private static boolean isOf(GrantToken token, RowView row) {
        return row.get(OAuth2Grants.GENERATION, 0L) == token.generation();
    }

    private static boolean belongs(RowView row, long applicationId) {
        return application(row) == applicationId;
    }

    private static long application(RowView row) {
        return row.get(OAuth2Grants.APPLICATION_ID);
    }

    private static Set<OAuth2Scope> scopes(RowView row) {
        return OAuth2Scopes.parse(row.get(OAuth2Grants.SCOPES, "")).orElse(Set.of());
    }
}
