package io.guildhall.guild.webhook;

import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.User;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Webhooks;
import java.util.Optional;

/** Webhooks as the authors of messages. */
public final class WebhookAuthor {
    private static final String DISCRIMINATOR = "0000";

    private WebhookAuthor() {}

    /** By its own name and picture. */
    public static User of(RowView webhook) {
        return of(webhook, Optional.empty(), Optional.empty());
    }

    /**
     * By another name or picture.
     *
     * @param name what it is called in this message, if not by its own name
     * @param avatar likewise
     */
    public static User of(RowView webhook, Optional<String> name, Optional<String> avatar) {
        return new User(
                Snowflake.format(webhook.get(Webhooks.WEBHOOK_ID)),
                name.orElseGet(() -> webhook.get(Webhooks.NAME)),
                avatar.orElseGet(() -> webhook.get(Webhooks.AVATAR)),
                DISCRIMINATOR,
                0,
                0,
                true,
                null,
                null,
                null,
                null);
    }
}
