package io.guildhall.model.table.catalogue;

import io.guildhall.model.table.Column;
import io.guildhall.model.table.Table;

/** Where a person wants to be told of what happens while it does not look: one row for each registration, with an id that never comes again. */
public final class PushDevices {
    public static final Column<Long> USER_ID = Column.ofLong("user_id");
    public static final Column<Long> DEVICE_ID = Column.ofLong("device_id");
    /** As {@link io.guildhall.model.push.DeviceProvider} says it. */
    public static final Column<String> PROVIDER = Column.ofText("provider");
    /** A secret: whoever knows it can send there. */
    public static final Column<String> ADDRESS = Column.ofText("address");
    /** The public key to which content is encrypted, in base64url; absent when nothing is. */
    public static final Column<String> P256DH = Column.ofText("p256dh");

    public static final Column<String> AUTH = Column.ofText("auth");
    /** The login that registered it, with which it goes. */
    public static final Column<Long> LOGIN_ID = Column.ofLong("login_id");

    /** What is shown there says nothing of what was written, nor by whom. */
    public static final Column<Boolean> HIDE_CONTENT = Column.ofBoolean("hide_content");

    public static final Column<Long> CREATED_AT = Column.ofLong("created_at");

    public static final Table TABLE = Table.named("push_devices")
            .partition(USER_ID)
            .ascending(DEVICE_ID)
            .columns(PROVIDER, ADDRESS, P256DH, AUTH, LOGIN_ID, HIDE_CONTENT, CREATED_AT)
            .required(ADDRESS)
            .build();

    private PushDevices() {}
}
