package io.guildhall.guild.state;

import io.guildhall.model.payload.Json;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Guilds;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The features of a guild, as its row keeps them. */
public final class FeatureSet {
    private FeatureSet() {}

    public static boolean has(RowView guild, String feature) {
        return read(guild).contains(feature);
    }

    /** The row with the feature, or without it; the row itself when nothing changes. */
    public static RowView with(RowView guild, String feature, boolean on) {
        Set<String> features = read(guild);
        boolean changed = on ? features.add(feature) : features.remove(feature);
        return changed ? Rows.with(guild, Guilds.FEATURES, Json.write(List.copyOf(features))) : guild;
    }

    private static Set<String> read(RowView guild) {
        return new LinkedHashSet<>(Json.readList(guild.get(Guilds.FEATURES, "[]"), String.class));
    }
}
