package io.guildhall.api.owner;

import io.guildhall.api.config.ApiIds;
import io.guildhall.identity.StorageAccess;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.lobby.LobbySecret;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.LobbySecrets;
import java.util.Optional;

/** Finds the lobby that people meet in by a secret. Whoever says it first gives the lobby its id; there may be no lobby with it yet. */
final class LobbyDirectory {
    private final StorageAccess storage;
    private final ApiIds ids;

    LobbyDirectory(StorageAccess storage, ApiIds ids) {
        this.storage = storage;
        this.ids = ids;
    }

    long bySecret(long application, String secret) {
        String digest = LobbySecret.digest(secret);
        Optional<Long> known = find(application, digest);
        if (known.isPresent()) {
            return known.get();
        }
        long id = ids.next();
        boolean first = storage.writeIfAbsent(Write.to(LobbySecrets.TABLE, application, digest)
                        .set(LobbySecrets.LOBBY_ID, id)
                        .ifAbsent()
                        .build())
                .await()
                .indefinitely();
        return first ? id : find(application, digest).orElseThrow(ApiException::unavailable);
    }

    private Optional<Long> find(long application, String digest) {
        return storage.row(Read.row(LobbySecrets.TABLE, application, digest))
                .await()
                .indefinitely()
                .map(row -> row.get(LobbySecrets.LOBBY_ID));
    }
}
