package io.guildhall.model.operation;

/** Who may call an operation at all; others get 401 or 403 before anything else is looked at. */
public enum Access {
    /** Anybody, with or without a token. */
    ANYONE,
    /** Any person or bot. */
    SIGNED_IN,
    /** Bots only. */
    BOT,
    /** People only; a bot gets error 20001. */
    PERSON,
    /** Who looks after the instance: moderators, administrators, and the operator at the machine. */
    MODERATOR,
    /** Who administers the instance: administrators, and the operator at the machine. */
    ADMINISTRATOR,
    /** An application, by its id and its secret: as HTTP Basic, or in the body. Who it is the handler looks at. */
    CLIENT,
    /** Whoever has the token in the path: it stands for an application or a webhook, and says in which channel. */
    TOKEN
}
