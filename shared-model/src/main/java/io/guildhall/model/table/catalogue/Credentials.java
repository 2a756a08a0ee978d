package io.guildhall.model.table.catalogue;

import io.guildhall.model.table.Column;
import io.guildhall.model.table.Table;

/**
 * How an account proves itself. The password is an Argon2id hash in its usual text form; a bot has a token
 * generation instead, and a token of another generation is revoked. Its application may have a secret too, of which this is the
 * SHA-256 hash in base64url.
 */
public final class Credentials {
    public static final Column<Long> USER_ID = Column.ofLong("user_id");
    public static final Column<String> PASSWORD_HASH = Column.ofText("password_hash");
    public static final Column<Long> TOKEN_GENERATION = Column.ofLong("token_generation");

    public static final Column<String> CLIENT_SECRET_HASH = Column.ofText("client_secret_hash");

    public static final Table TABLE = Table.named("credentials")
            .partition(USER_ID)
            .columns(PASSWORD_HASH, TOKEN_GENERATION, CLIENT_SECRET_HASH)
            .build();

    private Credentials() {}
}
