package io.guildhall.push.fcm;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The token that calls carry: one for all of them, asked for when the last one is nearly over. */
final class AccessTokens {
    private static final Duration EARLY = Duration.ofMinutes(5);
    private static final String GRANT = "urn:ietf:params:oauth:grant-type:jwt-bearer";

    private record Access(String token, Instant until) {}

    private final ServiceAccount account;
    private final GoogleClient google;
    private final Clock clock;
    private Optional<CompletableFuture<Access>> current = Optional.empty();

    AccessTokens(ServiceAccount account, GoogleClient google, Clock clock) {
        this.account = account;
        this.google = google;
        this.clock = clock;
    }

    /** Fails when Google gives none now; who asks next tries again. */
    synchronized CompletionStage<String> get() {
        CompletableFuture<Access> access = current.filter(this::isOfUse).orElseGet(this::ask);
        current = Optional.of(access);
        return access.thenApply(Access::token);
    }

    /** Google takes this one no more. */
    synchronized void forget(String token) {
        current = current.filter(
                access -> !access.isDone() || !access.resultNow().token().equals(token));
    }

    private boolean isOfUse(CompletableFuture<Access> access) {
        return switch (access.state()) {
            case RUNNING -> true;
            case SUCCESS -> clock.instant().isBefore(access.resultNow().until());
            case FAILED, CANCELLED -> false;
        };
    }

    private CompletableFuture<Access> ask() {
        Instant now = clock.instant();
        String form = "grant_type=" + encoded(GRANT) + "&assertion=" + encoded(account.assertion(now));
        return google.post(account.tokens(), Map.of("Content-Type", "application/x-www-form-urlencoded"), form)
                .thenApply(answer -> access(answer, now))
                .toCompletableFuture();
    }

    private static Access access(GoogleClient.Answer answer, Instant now) {
        JsonNode body = answer.json();
        if (answer.status() != 200 || !body.path("access_token").isTextual()) {
            throw new IllegalStateException("Google gives no token: " + answer.status() + " "
                    + body.path("error").asText());
        }
        Duration lasts = Duration.ofSeconds(body.path("expires_in").asLong());
        return new Access(body.path("access_token").asText(), now.plus(lasts).minus(EARLY));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
