package io.guildhall.guild.guild;

import io.guildhall.guild.joining.Screening;
import io.guildhall.guild.state.GuildMember;
import io.guildhall.guild.state.GuildPermissions;
import io.guildhall.model.payload.Json;
import io.guildhall.model.permission.Permission;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Which features of a guild its members turn on and off. All others, such as VERIFIED and PARTNERED, are the operator's to give:
 * a body that names or omits them changes nothing about them, because clients send back the whole list. {@code VANITY_URL}, which Discord
 * gives for boosts, is the administrators' here, where there are none.
 */
final class GuildFeatures {
    private static final Set<String> OF_MANAGERS =
            Set.of("INVITES_DISABLED", "RAID_ALERTS_DISABLED", Screening.BY_HAND, Screening.PREVIEW);
    private static final Set<String> OF_ADMINISTRATORS = Set.of("COMMUNITY", "DISCOVERABLE", "VANITY_URL");

    private GuildFeatures() {}

    /** The features after the caller asked for these; refuses one that it may not change. */
    static String changed(String stored, List<String> asked, GuildPermissions permissions, GuildMember caller) {
        Set<String> wanted = new LinkedHashSet<>(asked);
        Set<String> features = new LinkedHashSet<>(Json.readList(stored, String.class));
        toggle(features, wanted, OF_MANAGERS);
        if (toggle(features, wanted, OF_ADMINISTRATORS)) {
            permissions.require(caller, Permission.ADMINISTRATOR);
        }
        return Json.write(List.copyOf(features));
    }

    private static boolean toggle(Set<String> features, Set<String> wanted, Set<String> mutable) {
        boolean changed = false;
        for (String feature : mutable) {
            changed |= wanted.contains(feature) ? features.add(feature) : features.remove(feature);
        }
        return changed;
    }
}
