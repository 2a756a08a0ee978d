package io.guildhall.guild.settings;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.user.GuildListener;
import io.guildhall.guild.user.UserState;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import jakarta.inject.Singleton;
import java.util.LinkedHashSet;
import java.util.Set;

/** A person who wants no messages from members of new guilds begins each with that. Guilds that the person left are forgotten by then. */
@Singleton
public final class RestrictedByDefault implements GuildListener {
    @Override
    public void joined(UserState user, long guildId, Changes changes) {
        if (user.isBot()) {
            return;
        }
        SettingsMessage before = Settings.of(user).get(SettingsType.PRELOADED);
        if (!LegacySetting.DEFAULT_GUILDS_RESTRICTED.read(before).asBoolean()) {
            return;
        }
        Set<Long> guilds = new LinkedHashSet<>();
        LegacySetting.RESTRICTED_GUILDS.read(before).forEach(id -> guilds.add(Snowflake.parse(id.asText())));
        guilds.retainAll(user.guilds());
        guilds.add(guildId);
        ArrayNode restricted = Json.array();
        guilds.forEach(id -> restricted.add(Snowflake.format(id)));
        if (restricted.equals(LegacySetting.RESTRICTED_GUILDS.read(before))) {
            return;
        }
        SettingsMessage after = LegacySetting.RESTRICTED_GUILDS.write(before, restricted);
        Settings.change(user, SettingsType.PRELOADED, after, changes);
    }
}
