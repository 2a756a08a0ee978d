package io.guildhall.storage.moving;

import com.google.common.hash.HashCode;
import com.google.common.hash.HashFunction;
import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import io.guildhall.model.rpc.Value;
import io.guildhall.model.table.Table;
import io.guildhall.storage.scan.ScannedCell;
import io.guildhall.storage.scan.ScannedRow;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Hashes of what two stores must agree on. Cells that expire soon are left out: they may be gone in one store and not yet in
 * the other. When the others expire is left out too, as it is kept in whole seconds in one place and in ms in another.
 */
final class RowHash {
    private static final HashFunction KEYS = Hashing.murmur3_32_fixed();
    private static final HashFunction ROWS = Hashing.murmur3_128();

    private final Table table;
    private final long horizon;

    /** @param horizon cells that expire before this are left out; ms since 1970 */
    RowHash(Table table, long horizon) {
        this.table = table;
        this.horizon = horizon;
    }

    static int ofKey(List<Value> key) {
        Hasher hasher = KEYS.newHasher();
        key.forEach(part -> add(hasher, part));
        return hasher.hash().asInt();
    }

    /** Empty when nothing of the row will stay, or nobody can say how long. */
    Optional<HashCode> of(ScannedRow row) {
        List<ScannedCell> cells = row.cells().stream()
                .filter(this::stays)
                .sorted(Comparator.comparingInt(ScannedCell::column))
                .toList();
        // How long a row without cells lives is not told by anybody, but it is for ever where cells do.
        boolean bare = row.cells().isEmpty() && table.timeToLive().isEmpty();
        if (cells.isEmpty() && !bare) {
            return Optional.empty();
        }
        Hasher hasher = ROWS.newHasher();
        row.key().forEach(part -> add(hasher, part));
        for (ScannedCell cell : cells) {
            hasher.putInt(cell.column());
            add(hasher, cell.value());
        }
        return Optional.of(hasher.hash());
    }

    private boolean stays(ScannedCell cell) {
        return cell.expiresAt() == 0 || cell.expiresAt() > horizon;
    }

    private static void add(Hasher hasher, Value value) {
        byte[] bytes = value.toByteArray();
        hasher.putInt(bytes.length).putBytes(bytes);
    }
}
