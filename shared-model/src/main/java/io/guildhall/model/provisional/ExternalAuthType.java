package io.guildhall.model.provisional;

import java.util.Arrays;
import java.util.List;

/** Who vouches for a player of a game. Names are those of Discord's description of its API. */
public enum ExternalAuthType {
    /** An ID token of a provider that the application has named. */
    OIDC,
    EPIC_ONLINE_SERVICES_ACCESS_TOKEN,
    EPIC_ONLINE_SERVICES_ID_TOKEN,
    STEAM_SESSION_TICKET,
    UNITY_SERVICES_ID_TOKEN,
    /** A token that this instance gave out because the application's bot said who the player is. */
    DISCORD_BOT_ISSUED_ACCESS_TOKEN,
    APPLE_ID_TOKEN,
    PLAYSTATION_NETWORK_ID_TOKEN;

    public static List<String> names() {
        return Arrays.stream(values()).map(Enum::name).toList();
    }
}
