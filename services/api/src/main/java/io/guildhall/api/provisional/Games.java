package io.guildhall.api.provisional;

import io.guildhall.api.call.ApiCall;
import io.guildhall.identity.oauth2.ClientSecrets;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.provisional.ExternalAuthType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Games that come with a player whom somebody else vouches for, by their secret or as their bot. */
@ApplicationScoped
public class Games {
    private final ClientSecrets secrets;
    private final ExternalAuth auth;

    @Inject
    public Games(ClientSecrets secrets, ExternalAuth auth) {
        this.secrets = secrets;
        this.auth = auth;
    }

    /**
     * The player.
     *
     * @throws ApiException 530007 unless the application proves itself; what {@link ExternalAuth} says of the player's token
     */
    Player player(ApiCall call, VouchedRequest request) {
        long application = request.clientId().required();
        boolean itsBot = call.identity()
                .filter(caller -> caller.bot() && caller.applicationId() == application)
                .isPresent();
        if (!itsBot && !secrets.matches(application, request.clientSecret().or(""))) {
            throw ApiException.of(ErrorCode.INVALID_CLIENT_SECRET);
        }
        ExternalAuthType type =
                ExternalAuthType.valueOf(request.externalAuthType().required());
        return auth.player(application, type, request.externalAuthToken().required());
    }
}
