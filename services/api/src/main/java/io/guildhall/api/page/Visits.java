package io.guildhall.api.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.guildhall.api.config.PublicConfig;
import io.guildhall.identity.TokenConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Browsers that look at the pages, each known by a random cookie, and logged in by a second one. Every form carries a token for its visit,
 * its login and the question that it answers: what another site makes a browser send has none, and what was agreed to is what was shown.
 */
@ApplicationScoped
class Visits {
    private static final String MAC = "HmacSHA256";
    private static final int VISIT_BYTES = 16;
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private final SecretKeySpec key;
    private final boolean secure;
    private final SecureRandom random = new SecureRandom();

    @Inject
    Visits(TokenConfig tokens, PublicConfig config) {
        this.key =
                new SecretKeySpec(mac(new SecretKeySpec(tokens.secret().getBytes(UTF_8), MAC), "forms of pages"), MAC);
        this.secure = config.apiUrl().filter(url -> url.startsWith("https://")).isPresent();
    }

    /**
     * One browser.
     *
     * @param login the token of the account that is logged in there
     * @param fresh true when the browser does not have the visit's cookie yet
     */
    record Visit(String id, Optional<String> login, boolean fresh) {}

    Visit of(PageRequest request) {
        return request.cookie(name("visit"))
                .map(id -> new Visit(id, request.cookie(name("login")), false))
                .orElseGet(() -> with(Optional.empty()));
    }

    /** The same browser with an account, or with none. It gets a new name, which nobody can have given to it before. */
    Visit with(Optional<String> login) {
        return new Visit(draw(), login, true);
    }

    String formToken(Visit visit, String query) {
        return ENCODER.encodeToString(mac(key, visit.id() + "\n" + visit.login().orElse("") + "\n" + query));
    }

    /** True for a form that was shown to this visit, and asked this question. */
    boolean isGood(Visit visit, PageRequest request) {
        return !visit.fresh()
                && !request.fromElsewhere()
                && MessageDigest.isEqual(
                        formToken(visit, request.query()).getBytes(UTF_8),
                        request.field("token").getBytes(UTF_8));
    }

    /** What makes the browser remember the visit, as Set-Cookie says it; nothing when it does already. */
    List<String> cookies(Visit visit) {
        return visit.fresh()
                ? List.of(
                        cookie("visit", visit.id()),
                        visit.login()
                                .map(token -> cookie("login", token))
                                .orElseGet(() -> cookie("login", "") + "; Max-Age=0"))
                : List.of();
    }

    /** Browsers take a name that begins so only from a site itself, by TLS, not from its neighbours. */
    private String name(String what) {
        return (secure ? "__Host-" : "") + "guildhall-" + what;
    }

    private String cookie(String what, String value) {
        return name(what) + "=" + value + "; Path=/; HttpOnly; SameSite=Lax" + (secure ? "; Secure" : "");
    }

    private String draw() {
        byte[] id = new byte[VISIT_BYTES];
        random.nextBytes(id);
        return ENCODER.encodeToString(id);
    }

    private static byte[] mac(SecretKeySpec key, String text) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(key);
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + MAC, e);
        }
    }
}
