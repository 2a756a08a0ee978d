package io.guildhall.guild.settings;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.user.GuildListener;
import io.guildhall.guild.user.UserState;
import io.guildhall.model.id.Snowflake;
import jakarta.inject.Singleton;

/** A person who wants no messages from members of new guilds begins each with that. */
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
        ArrayNode restricted = LegacySetting.RESTRICTED_GUILDS.read(before).deepCopy();
        restricted.add(Snowflake.format(guildId));
        SettingsMessage after = LegacySetting.RESTRICTED_GUILDS.write(before, restricted);
        Settings.change(user, SettingsType.PRELOADED, after, changes);
    }
}
