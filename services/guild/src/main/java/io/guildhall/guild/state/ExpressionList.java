package io.guildhall.guild.state;

import com.google.protobuf.ByteString;
import io.guildhall.guild.collection.LongMap;
import io.guildhall.guild.collection.Once;
import io.guildhall.model.payload.Json;
import io.guildhall.model.table.RowView;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The emojis of a guild at one moment, or another kind of its expressions. It never changes.
 *
 * @param show one of them as events show it, without who made it
 * @param payloads all of them, by id
 */
public record ExpressionList<P>(
        LongMap<RowView> byId, Function<RowView, P> show, Once<List<P>> payloads, Once<ByteString> json) {
    static <P> ExpressionList<P> empty(Function<RowView, P> show) {
        return of(LongMap.empty(), show);
    }

    private static <P> ExpressionList<P> of(LongMap<RowView> byId, Function<RowView, P> show) {
        Once<List<P>> payloads =
                new Once<>(() -> byId.values().stream().map(show).toList());
        return new ExpressionList<>(byId, show, payloads, new Once<>(() -> Json.bytes(payloads.get())));
    }

    ExpressionList<P> with(long id, RowView row) {
        return of(byId.with(id, row), show);
    }

    ExpressionList<P> without(long id) {
        return of(byId.without(id), show);
    }

    /** By id. */
    public Collection<RowView> rows() {
        return byId.values();
    }

    public Optional<RowView> find(long id) {
        return byId.find(id);
    }
}
