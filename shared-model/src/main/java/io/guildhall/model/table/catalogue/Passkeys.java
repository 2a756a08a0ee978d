package io.guildhall.model.table.catalogue;

import io.guildhall.model.table.Column;
import io.guildhall.model.table.Table;

/** Keys of people's devices, by which they show that they hold one of them (WebAuthn). The keys are public ones. */
public final class Passkeys {
    public static final Column<Long> USER_ID = Column.ofLong("user_id");
    public static final Column<Long> PASSKEY_ID = Column.ofLong("passkey_id");
    /** What the device calls it, in base64url. */
    public static final Column<String> CREDENTIAL = Column.ofText("credential");
    /** As the device gave it: COSE, in base64url. */
    public static final Column<String> PUBLIC_KEY = Column.ofText("public_key");
    /** How often the device has signed, as it said last: a copy of it falls behind. 0 where it does not count. */
    public static final Column<Long> SIGNED = Column.ofLong("signed");
    /** What its person calls it. */
    public static final Column<String> NAME = Column.ofText("name");

    public static final Table TABLE = Table.named("passkeys")
            .partition(USER_ID)
            .ascending(PASSKEY_ID)
            .columns(CREDENTIAL, PUBLIC_KEY, SIGNED, NAME)
            .required(CREDENTIAL)
            .build();

    private Passkeys() {}
}
