package io.guildhall.model.table.catalogue;

import io.guildhall.model.table.Column;
import io.guildhall.model.table.Table;

/**
 * What people have let applications do for them. Generation is that of the one code, or the one pair of tokens, that is good: every use of a
 * code or a refresh token makes another. Times are in ms since 1970, scopes as {@code "identify guilds"}.
 */
public final class OAuth2Grants {
    public static final Column<Long> USER_ID = Column.ofLong("user_id");
    public static final Column<Long> GRANT_ID = Column.ofLong("grant_id");
    public static final Column<Long> APPLICATION_ID = Column.ofLong("application_id");
    public static final Column<String> SCOPES = Column.ofText("scopes");
    public static final Column<Long> GENERATION = Column.ofLong("generation");
    /** Of the code, and then of the access token. */
    public static final Column<Long> EXPIRES_AT = Column.ofLong("expires_at");
    /** Where the code was sent to. */
    public static final Column<String> REDIRECT_URI = Column.ofText("redirect_uri");
    /** The S256 challenge that the code's verifier must meet; absent when none was set. */
    public static final Column<String> CODE_CHALLENGE = Column.ofText("code_challenge");
    /** Comes back in the identity token; absent when none was set. */
    public static final Column<String> NONCE = Column.ofText("nonce");
    /** The webhook that was made for the application, as it is told of it with the first token; JSON. */
    public static final Column<String> WEBHOOK = Column.ofText("webhook");

    public static final Table TABLE = Table.named("oauth2_grants")
            .partition(USER_ID)
            .ascending(GRANT_ID)
            .columns(APPLICATION_ID, SCOPES, GENERATION, EXPIRES_AT, REDIRECT_URI, CODE_CHALLENGE, NONCE, WEBHOOK)
            .required(APPLICATION_ID)
            .build();

    private OAuth2Grants() {}
}
