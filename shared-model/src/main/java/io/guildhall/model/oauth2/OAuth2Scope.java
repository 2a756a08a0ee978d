package io.guildhall.model.oauth2;

import static java.util.function.Function.identity;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a person may let an application do for them. Names are those of Discord's documentation. */
public enum OAuth2Scope {
    IDENTIFY("identify"),
    EMAIL("email"),
    GUILDS("guilds"),
    GUILDS_JOIN("guilds.join"),
    GUILDS_MEMBERS_READ("guilds.members.read"),
    /** Brings the application's bot into a guild; a token does not come of it alone. */
    BOT("bot"),
    /** The application's commands in a guild; a token does not come of it alone. */
    APPLICATIONS_COMMANDS("applications.commands"),
    ROLE_CONNECTIONS_WRITE("role_connections.write"),
    CONNECTIONS("connections"),
    /** A webhook in a channel that the person names; it comes with the first token. */
    WEBHOOK_INCOMING("webhook.incoming"),
    MESSAGES_READ("messages.read"),
    OPENID("openid"),
    /** What a game does for those who play it: presence, friends, lobbies. */
    SDK_SOCIAL_LAYER("sdk.social_layer"),
    LOBBIES_WRITE("lobbies.write");

    private static final Map<String, OAuth2Scope> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(OAuth2Scope::text, identity()));

    private final String text;

    OAuth2Scope(String text) {
        this.text = text;
    }

    /** As it stands in requests and answers. */
    public String text() {
        return text;
    }

    public static Optional<OAuth2Scope> find(String text) {
        return Optional.ofNullable(BY_NAME.get(text));
    }

    /** True for what is done with a guild at once, and needs no token afterwards. */
    public boolean installs() {
        return this == BOT || this == APPLICATIONS_COMMANDS;
    }
}
