package io.guildhall.model.voice;

import java.util.ArrayList;
import java.util.List;

/** Where voice runs: an instance is one place. Whatever names a region names one of these, or none at all. */
public final class VoiceRegions {
    /** This instance. */
    public static final String HERE = "local";

    public static final List<String> IDS = List.of(HERE);

    /** What guilds show since regions are of channels, and clients therefore send back. */
    public static final String OF_GUILDS = "deprecated";

    /** What may be said of a guild's region, which nothing reads. */
    public static final List<String> NAMED_BY_GUILDS;

    static {
        List<String> named = new ArrayList<>(IDS);
        named.add(OF_GUILDS);
        NAMED_BY_GUILDS = List.copyOf(named);
    }

    private VoiceRegions() {}

    /** The region that a channel's row names; null, which is any, for one that there is not. */
    public static String existing(String id) {
        return id != null && IDS.contains(id) ? id : null;
    }
}
