package io.guildhall.api.owner;

import io.guildhall.identity.StorageAccess;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Webhooks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Knows which guild and channel a webhook is of. Asked each time: they move, and go. */
@ApplicationScoped
public class WebhookDirectory {
    private final StorageAccess storage;

    @Inject
    public WebhookDirectory(StorageAccess storage) {
        this.storage = storage;
    }

    /** The webhook's row. */
    public Optional<RowView> find(long webhookId) {
        return storage.row(Read.row(Webhooks.TABLE, webhookId))
                .await()
                .indefinitely()
                .filter(row -> row.has(Webhooks.CHANNEL_ID));
    }
}
