package io.guildhall.guild.settings;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.kernel.actor.StorageFacade;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.catalogue.UserSettings;
import java.util.stream.StreamSupport;

/** Who may come to a person, as the person's settings have it: for whoever asks on behalf of others. Everybody, where nothing is set. */
public record Privacy(JsonNode restrictedGuilds, JsonNode friendSources) {
    /** What {@link #of} reads. */
    public static ReadRequest read(long userId) {
        return Read.row(UserSettings.TABLE, userId, (long) SettingsType.PRELOADED.number());
    }

    public static Privacy of(StorageFacade storage, long userId) {
        SettingsMessage message = storage.read(UserSettings.TABLE, read(userId)).stream()
                .findFirst()
                .map(row -> SettingsMessage.of(row.get(UserSettings.SETTINGS)))
                .orElse(SettingsMessage.EMPTY);
        return new Privacy(
                LegacySetting.RESTRICTED_GUILDS.read(message), LegacySetting.FRIEND_SOURCE_FLAGS.read(message));
    }

    /** Whether those who are no friends may write because they belong to this guild, too. */
    public boolean opensLettersTo(long guildId) {
        String id = Snowflake.format(guildId);
        return StreamSupport.stream(restrictedGuilds.spliterator(), false)
                .noneMatch(one -> one.asText().equals(id));
    }

    /** Whether anybody may ask to become friends. */
    public boolean isOpenToAll() {
        return friendSources.path("all").asBoolean();
    }

    /** Whether friends of friends may. */
    public boolean isOpenToFriendsOfFriends() {
        return isOpenToAll() || friendSources.path("mutual_friends").asBoolean();
    }

    /** Whether members of the person's guilds may. */
    public boolean isOpenToMembers() {
        return isOpenToAll() || friendSources.path("mutual_guilds").asBoolean();
    }
}
