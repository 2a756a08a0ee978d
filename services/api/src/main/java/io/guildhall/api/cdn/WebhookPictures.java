package io.guildhall.api.cdn;

import io.guildhall.identity.StorageAccess;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.WebhookAvatars;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Optional;

/** Pictures elsewhere that webhooks' messages were sent with: they are not fetched, whoever wants to see one is sent there. */
@ApplicationScoped
public class WebhookPictures {
    private static final String AVATARS = "avatars";

    private final StorageAccess storage;

    @Inject
    public WebhookPictures(StorageAccess storage) {
        this.storage = storage;
    }

    /** Where the avatar with this hash is. */
    Optional<URI> find(String kind, String webhook, String hash) {
        if (!kind.equals(AVATARS)) {
            return Optional.empty();
        }
        try {
            Optional<RowView> row = storage.row(Read.row(WebhookAvatars.TABLE, Snowflake.parse(webhook), hash))
                    .await()
                    .indefinitely();
            return row.flatMap(found -> found.find(WebhookAvatars.URL)).map(URI::create);
        } catch (IllegalArgumentException malformed) {
            // No id, or an address that no browser would be sent to.
            return Optional.empty();
        }
    }
}
