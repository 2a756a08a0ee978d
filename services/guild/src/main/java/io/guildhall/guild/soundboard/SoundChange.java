package io.guildhall.guild.soundboard;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.authority.EmojiGuard;
import io.guildhall.guild.patch.AuditDraft;
import io.guildhall.guild.patch.Patch;
import io.guildhall.guild.state.GuildState;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Sounds;

/** What a request says of a sound. */
public record SoundChange(Given<String> name, Given<Double> volume, Given<Long> emojiId, Given<String> emojiName) {
    private static final double FULL = 1;

    public static SoundChange of(JsonNode body) {
        Fields fields = new Fields(body);
        return new SoundChange(
                fields.text("name"), fields.decimal("volume"), fields.snowflake("emoji_id"), fields.text("emoji_name"));
    }

    /**
     * The sound with what the request says. It is shown with one emoji at most, a guild's own or one that everybody has.
     *
     * @throws ApiException 10014 for what is no emoji of this guild or of all
     */
    RowView applied(RowView sound, GuildState guild, AuditDraft audit) {
        String emoji = EmojiGuard.of(guild).text(emojiId.orNull(), emojiName.orNull());
        Patch patch = new Patch(sound, audit);
        if (name.hasValue()) {
            patch.put(name, Sounds.NAME);
        }
        if (volume.named()) {
            patch.set(volume.field(), Sounds.VOLUME, Double.toString(volume.or(FULL)));
        }
        if (emojiId.named() || emojiName.named()) {
            patch.set(emojiId.field(), Sounds.EMOJI_ID, emojiId.orNull());
            patch.set(emojiName.field(), Sounds.EMOJI_NAME, emoji);
        }
        return patch.row();
    }
}
