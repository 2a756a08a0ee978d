package io.guildhall.api.page;

import io.guildhall.model.oauth2.OAuth2Scope;

/** What a scope means to a person. */
final class ScopeWords {
    private ScopeWords() {}

    /** @param forPerson whether the application is added for the person and into no server */
    static String of(OAuth2Scope scope, boolean forPerson) {
        return switch (scope) {
            case IDENTIFY -> "See your username, avatar and banner";
            case EMAIL -> "See your e-mail address";
            case GUILDS -> "Know what servers you are in";
            case GUILDS_JOIN -> "Join servers for you";
            case GUILDS_MEMBERS_READ -> "Read your nickname, roles and avatar in servers that you are in";
            case BOT -> "Add a bot to a server";
            case APPLICATIONS_COMMANDS ->
                forPerson ? "Offer you its commands, wherever you are" : "Create commands in a server";
            case ROLE_CONNECTIONS_WRITE -> "Tell servers about you, for their roles";
            case CONNECTIONS -> "See your connected accounts";
            case WEBHOOK_INCOMING -> "Write into a channel by a webhook";
            case MESSAGES_READ -> "Read your messages";
            case OPENID -> "Confirm who you are";
            case SDK_SOCIAL_LAYER -> "Meet others in a game, and talk to them there";
            case LOBBIES_WRITE -> "Join lobbies of a game, and talk there";
        };
    }
}
