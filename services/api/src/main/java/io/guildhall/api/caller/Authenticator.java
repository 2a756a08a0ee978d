package io.guildhall.api.caller;

import io.guildhall.identity.instance.Administrators;
import io.guildhall.identity.oauth2.Grants;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.identity.Grant;
import io.guildhall.model.identity.Identity;
import io.guildhall.model.identity.OperatorTokens;
import io.guildhall.model.identity.TokenVerifier;
import io.guildhall.model.instance.AdminRole;
import io.guildhall.model.operation.Operation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;

/** Says who calls, and whether such a caller may use an operation at all. */
@ApplicationScoped
public class Authenticator {
    private static final String BEARER = "bearer";
    private static final String CLIENT = "basic";
    private static final String OPERATOR = OperatorTokens.SCHEME.toLowerCase(Locale.ROOT);

    private final TokenVerifier verifier;
    private final Grants grants;
    private final OperatorTokens operators;
    private final Administrators administrators;

    @Inject
    public Authenticator(
            TokenVerifier verifier, Grants grants, OperatorTokens operators, Administrators administrators) {
        this.verifier = verifier;
        this.grants = grants;
        this.operators = operators;
        this.administrators = administrators;
    }

    /**
     * @param authorization the header: {@code Bot TOKEN}, {@code Bearer TOKEN}, {@code Operator TOKEN}, a person's bare token, or null
     * @return empty when there is no header, and for {@code Basic}: applications are looked at where they may come
     * @throws ApiException 401 for a token that is no good, or good for another scheme
     */
    public Optional<Identity> authenticate(String authorization) {
        if (authorization == null || authorization.isBlank()) {
            return Optional.empty();
        }
        String[] parts = authorization.strip().split("\\s+", 2);
        String scheme = parts.length == 2 ? parts[0].toLowerCase(Locale.ROOT) : "";
        boolean bot = scheme.equals("bot");
        if (scheme.equals(CLIENT)) {
            return Optional.empty();
        }
        if (scheme.equals(OPERATOR)) {
            if (!operators.good(parts[1])) {
                throw ApiException.unauthorized();
            }
            return Optional.of(Identity.operator());
        }
        if (!scheme.isEmpty() && !bot && !scheme.equals(BEARER)) {
            throw ApiException.unauthorized();
        }
        if (scheme.equals(BEARER)) {
            Optional<Identity> granted = grants.verify(parts[1]);
            if (granted.isPresent()) {
                return granted;
            }
        }
        Identity identity =
                verifier.verify(parts[parts.length - 1]).await().indefinitely().orElseThrow(ApiException::unauthorized);
        if (identity.bot() != bot) {
            throw ApiException.unauthorized();
        }
        return Optional.of(identity);
    }

    /**
     * The one place that decides who may call an operation at all, and for how much of it an application may speak for a person.
     *
     * @return who calls, as far as the operation is concerned: nobody where anybody may call and the token opens nothing
     * @throws ApiException 401 without a token, or with one of an application where none opens the operation, 50026 where another scope
     *     would, 20001 or 20002 for the wrong kind of caller, 50013 for who does not administer the instance
     */
    public Optional<Identity> check(Operation operation, Optional<Identity> identity) {
        switch (operation.access()) {
            // A token in the path, and an application's secret, are looked at by themselves.
            case ANYONE, TOKEN, CLIENT -> {
                return identity.filter(caller -> caller.grant().isEmpty() && !caller.isOperator());
            }
            case SIGNED_IN -> signedIn(operation, identity);
            case BOT -> {
                if (!signedIn(operation, identity).bot()) {
                    throw ApiException.of(ErrorCode.ONLY_BOTS_CAN_USE_THIS_ENDPOINT);
                }
            }
            case MODERATOR -> administers(operation, identity, AdminRole.MODERATOR);
            case ADMINISTRATOR -> administers(operation, identity, AdminRole.ADMINISTRATOR);
            case PERSON -> {
                if (signedIn(operation, identity).bot()) {
                    throw ApiException.of(ErrorCode.BOTS_CANNOT_USE_THIS_ENDPOINT);
                }
            }
        }
        return identity;
    }

    private void administers(Operation operation, Optional<Identity> identity, AdminRole least) {
        Identity caller = identity.filter(Identity::isOperator).orElseGet(() -> signedIn(operation, identity));
        if (caller.bot()) {
            throw ApiException.of(ErrorCode.BOTS_CANNOT_USE_THIS_ENDPOINT);
        }
        if (administrators.role(caller).filter(role -> role.covers(least)).isEmpty()) {
            throw ApiException.of(ErrorCode.MISSING_PERMISSIONS);
        }
    }

    private static Identity signedIn(Operation operation, Optional<Identity> identity) {
        Identity caller = identity.filter(known -> !known.isOperator()).orElseThrow(ApiException::unauthorized);
        caller.grant().ifPresent(grant -> requireScope(operation, grant));
        return caller;
    }

    private static void requireScope(Operation operation, Grant grant) {
        if (operation.scopes().isEmpty()) {
            throw ApiException.unauthorized();
        }
        if (Collections.disjoint(operation.scopes(), grant.scopes())) {
            throw ApiException.forbidden(ErrorCode.MISSING_REQUIRED_OAUTH2_SCOPE);
        }
    }
}
