package io.guildhall.guild.patch;

import io.guildhall.guild.state.Rows;
import io.guildhall.model.body.Given;
import io.guildhall.model.table.Column;
import io.guildhall.model.table.RowView;
import java.util.Objects;
import java.util.function.Function;

/**
 * Carries the fields of a request's body over into a row, and each change into the audit log. Fields that the body does not
 * name stay as they are; an explicit null empties the cell.
 */
public final class Patch {
    private final RowView before;
    private final AuditDraft audit;
    private RowView after;

    public Patch(RowView before, AuditDraft audit) {
        this.before = before;
        this.after = before;
        this.audit = audit;
    }

    /** Sets the column to what the request says of the field; what it does not name stays. */
    public <T> Patch put(Given<T> given, Column<T> column) {
        return given.named() ? change(given.field(), column, given.orNull(), given::json) : this;
    }

    /** Of a set of flags only the settable ones change; null takes all of these. */
    public Patch flags(Given<Long> given, Column<Long> column, long settable) {
        long old = after.find(column).orElse(0L);
        long next = given.named() ? old & ~settable | given.or(0L) & settable : old;
        return next == old ? this : set(given.field(), column, next);
    }

    /** Sets a value that the body does not hold as it is. */
    public <T> Patch set(String field, Column<T> column, T value) {
        return change(field, column, value, shown -> shown);
    }

    public RowView row() {
        return after;
    }

    public boolean changed() {
        return !before.row().equals(after.row());
    }

    private <T> Patch change(String field, Column<T> column, T value, Function<? super T, ?> show) {
        T old = after.get(column);
        if (!Objects.equals(old, value)) {
            after = Rows.with(after, column, value);
            audit.change(field, shown(old, show), shown(value, show));
        }
        return this;
    }

    private static <T> Object shown(T value, Function<? super T, ?> show) {
        return value == null ? null : show.apply(value);
    }
}
