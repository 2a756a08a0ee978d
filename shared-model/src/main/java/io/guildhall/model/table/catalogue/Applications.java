package io.guildhall.model.table.catalogue;

import io.guildhall.model.table.Column;
import io.guildhall.model.table.Table;

/** Applications; the id is also the id of the bot's user. */
public final class Applications {
    public static final Column<Long> APPLICATION_ID = Column.ofLong("application_id");
    public static final Column<String> NAME = Column.ofText("name");
    public static final Column<String> DESCRIPTION = Column.ofText("description");
    public static final Column<String> ICON = Column.ofPicture("icon");
    public static final Column<Long> OWNER_ID = Column.ofLong("owner_id");
    public static final Column<Boolean> BOT_PUBLIC = Column.ofBoolean("bot_public");
    public static final Column<Boolean> BOT_REQUIRE_CODE_GRANT = Column.ofBoolean("bot_require_code_grant");
    public static final Column<Long> FLAGS = Column.ofLong("flags");
    /** Of old applications; keys follow from the cluster's secret now. */
    public static final Column<String> VERIFY_KEY = Column.ofText("verify_key");

    public static final Column<String> INTERACTIONS_ENDPOINT_URL = Column.ofText("interactions_endpoint_url");
    public static final Column<String> REDIRECT_URIS = Column.ofText("redirect_uris");
    public static final Column<String> TAGS = Column.ofText("tags");
    public static final Column<String> CUSTOM_INSTALL_URL = Column.ofText("custom_install_url");
    public static final Column<String> INSTALL_PARAMS = Column.ofText("install_params");
    public static final Column<String> COVER_IMAGE = Column.ofPicture("cover_image");
    public static final Column<String> ROLE_CONNECTIONS_VERIFICATION_URL =
            Column.ofText("role_connections_verification_url");
    public static final Column<String> EVENT_WEBHOOKS = Column.ofText("event_webhooks");
    public static final Column<String> INTEGRATION_TYPES_CONFIG = Column.ofText("integration_types_config");

    /** A JSON array: what the application tells of people whom it knows. */
    public static final Column<String> ROLE_CONNECTIONS_METADATA = Column.ofText("role_connections_metadata");

    /** The OpenID provider that vouches for players, as JSON: {@code {"issuer": …, "client_id": …}}. */
    public static final Column<String> OIDC_CONFIGURATION = Column.ofText("oidc_configuration");

    public static final Table TABLE = Table.named("applications")
            .partition(APPLICATION_ID)
            .columns(
                    NAME,
                    DESCRIPTION,
                    ICON,
                    OWNER_ID,
                    BOT_PUBLIC,
                    BOT_REQUIRE_CODE_GRANT,
                    FLAGS,
                    VERIFY_KEY,
                    INTERACTIONS_ENDPOINT_URL,
                    REDIRECT_URIS,
                    TAGS,
                    CUSTOM_INSTALL_URL,
                    INSTALL_PARAMS,
                    COVER_IMAGE,
                    ROLE_CONNECTIONS_VERIFICATION_URL,
                    EVENT_WEBHOOKS,
                    INTEGRATION_TYPES_CONFIG,
                    ROLE_CONNECTIONS_METADATA,
                    OIDC_CONFIGURATION)
            .build();

    private Applications() {}
}
