package io.guildhall.model.payload;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Applications;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/** An application as its owner and its bot see it. */
@RegisterForReflection
public record OwnApplication(
        @JsonUnwrapped Application application,
        String verifyKey,
        List<String> redirectUris,
        String interactionsEndpointUrl,
        String roleConnectionsVerificationUrl,
        User owner,
        int approximateGuildCount) {

    /**
     * Reads a row of {@link Applications}.
     *
     * @param verifyKey by which the application knows that a call is this instance's
     */
    public static OwnApplication from(RowView row, String verifyKey, User bot, User owner, int guilds) {
        return new OwnApplication(
                Application.from(row, bot),
                verifyKey,
                Json.readList(row.get(Applications.REDIRECT_URIS, "[]"), String.class),
                row.get(Applications.INTERACTIONS_ENDPOINT_URL),
                row.get(Applications.ROLE_CONNECTIONS_VERIFICATION_URL),
                owner,
                guilds);
    }

    @JsonProperty("approximate_user_install_count")
    int approximateUserInstallCount() {
        return 0;
    }

    @JsonProperty("approximate_user_authorization_count")
    int approximateUserAuthorizationCount() {
        return 0;
    }

    @JsonProperty("explicit_content_filter")
    int explicitContentFilter() {
        return 0;
    }

    @JsonProperty("team")
    JsonNode team() {
        return null;
    }

    @JsonProperty("eligible_oauth2_scopes")
    List<String> eligibleOauth2Scopes() {
        return List.of("bot", "applications.commands", "identify", "guilds");
    }
}
