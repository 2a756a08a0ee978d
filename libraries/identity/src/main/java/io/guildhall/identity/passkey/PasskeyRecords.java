package io.guildhall.identity.passkey;

import io.guildhall.identity.StorageAccess;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.Passkeys;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** The keys of people's devices. Everything here blocks; call it on a virtual thread. */
@ApplicationScoped
public class PasskeyRecords {
    private final StorageAccess storage;

    /** One of them. */
    public record Passkey(long id, String credential, String key, long signed, String name) {}

    @Inject
    public PasskeyRecords(StorageAccess storage) {
        this.storage = storage;
    }

    /** The oldest first. */
    public List<Passkey> of(long userId) {
        return storage.rows(Read.from(Passkeys.TABLE, userId).build()).await().indefinitely().stream()
                .map(PasskeyRecords::passkey)
                .toList();
    }

    public Optional<Passkey> find(long userId, long id) {
        return storage.row(Read.row(Passkeys.TABLE, userId, id))
                .await()
                .indefinitely()
                .map(PasskeyRecords::passkey);
    }

    public void add(long userId, Passkey passkey) {
        storage.write(List.of(Write.to(Passkeys.TABLE, userId, passkey.id())
                        .set(Passkeys.CREDENTIAL, passkey.credential())
                        .set(Passkeys.PUBLIC_KEY, passkey.key())
                        .set(Passkeys.SIGNED, passkey.signed())
                        .set(Passkeys.NAME, passkey.name())
                        .build()))
                .await()
                .indefinitely();
    }

    public void rename(long userId, long id, String name) {
        storage.write(List.of(Write.to(Passkeys.TABLE, userId, id)
                        .set(Passkeys.NAME, name)
                        .build()))
                .await()
                .indefinitely();
    }

    public void remove(long userId, long id) {
        storage.write(List.of(Write.delete(Passkeys.TABLE, userId, id))).await().indefinitely();
    }

    public void removeAll(long userId) {
        storage.write(List.of(Write.deletePartition(Passkeys.TABLE, userId)))
                .await()
                .indefinitely();
    }

    /**
     * Takes down that a device has signed once more.
     *
     * @return false for one that has not counted on since, as a copy of it: devices that count at all count each time
     */
    public boolean count(long userId, Passkey passkey, long signed) {
        if (signed == 0 && passkey.signed() == 0) {
            return true;
        }
        return signed > passkey.signed()
                && storage.writeIfAbsent(Write.to(Passkeys.TABLE, userId, passkey.id())
                                .set(Passkeys.SIGNED, signed)
                                .ifCell(Passkeys.SIGNED, passkey.signed())
                                .build())
                        .await()
                        .indefinitely();
    }

    private static Passkey passkey(RowView row) {
        return new Passkey(
                row.get(Passkeys.PASSKEY_ID),
                row.get(Passkeys.CREDENTIAL),
                row.get(Passkeys.PUBLIC_KEY, ""),
                row.get(Passkeys.SIGNED, 0L),
                row.get(Passkeys.NAME, ""));
    }
}
