package io.guildhall.model.oauth2;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Lists of scopes as they travel: names with spaces between them. */
public final class OAuth2Scopes {
    private OAuth2Scopes() {}

    /** Empty when one of them is not known; each counts once. */
    public static Optional<Set<OAuth2Scope>> parse(String text) {
        Set<OAuth2Scope> scopes = EnumSet.noneOf(OAuth2Scope.class);
        for (String name : text.strip().split("\\s+", -1)) {
            Optional<OAuth2Scope> scope = OAuth2Scope.find(name);
            if (scope.isEmpty()) {
                return Optional.empty();
            }
            scopes.add(scope.get());
        }
        return Optional.of(scopes);
    }

    /** Always in the same order. */
    public static String format(Set<OAuth2Scope> scopes) {
        return scopes.stream().sorted().map(OAuth2Scope::text).collect(Collectors.joining(" "));
    }
}
