package io.guildhall.guild.entitlement;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.kernel.actor.StorageFacade;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Entitlements;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * A page of an application's entitlements, by id: those after one, those right before one, or the first.
 *
 * @param owner whose are asked for: a guild's, else a person's; empty for everybody's
 */
record EntitlementPage(
        Optional<Long> owner, Optional<Long> before, Optional<Long> after, int limit, EntitlementFilter filter) {
    private static final int MOST = 100;
    private static final int AT_ONCE = 500;

    static EntitlementPage of(Call call, long now) {
        return new EntitlementPage(
                call.queryId("guild_id").or(() -> call.queryId("user_id")),
                call.queryId("before"),
                call.queryId("after"),
                call.queryNumber("limit", MOST),
                EntitlementFilter.ofApplication(call, now));
    }

    /** Reads, outside the mailbox: what one owner has, else the whole application piece by piece until the page is full. */
    List<RowView> read(EntitlementBook book) {
        List<RowView> found =
                owner.isPresent() ? ofOwner(book, owner.get()) : ofAll(book.storage(), book.applicationId());
        if (backwards()) {
            Collections.reverse(found);
        }
        return found;
    }

    private boolean backwards() {
        return before.isPresent() && after.isEmpty();
    }

    private List<RowView> ofOwner(EntitlementBook book, long ownerId) {
        List<RowView> all = new ArrayList<>(book.of(ownerId));
        if (backwards()) {
            Collections.reverse(all);
        }
        all.removeIf(row -> !within(row) || !filter.passes(row));
        return new ArrayList<>(all.subList(0, Math.min(limit, all.size())));
    }

    private boolean within(RowView row) {
        long id = row.get(Entitlements.ENTITLEMENT_ID);
        return id > after.orElse(-1L) && id < before.orElse(Long.MAX_VALUE);
    }

    private List<RowView> ofAll(StorageFacade storage, long applicationId) {
        List<RowView> found = new ArrayList<>();
        Optional<Long> last = Optional.empty();
        List<RowView> piece;
        do {
            piece = storage.read(Entitlements.TABLE, from(applicationId, last).build());
            piece.stream().filter(filter::passes).forEach(found::add);
            last = piece.isEmpty() ? last : Optional.of(piece.getLast().get(Entitlements.ENTITLEMENT_ID));
        } while (piece.size() == AT_ONCE && found.size() < limit);
        return new ArrayList<>(found.subList(0, Math.min(limit, found.size())));
    }

    private Read from(long applicationId, Optional<Long> last) {
        Read read = Read.from(Entitlements.TABLE, applicationId).limit(AT_ONCE);
        if (backwards()) {
            return read.before(last.or(() -> before).orElseThrow()).reversed();
        }
        last.or(() -> after).ifPresent(read::after);
        before.ifPresent(read::before);
        return read;
    }
}
