package io.guildhall.guild.emoji;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.GuildOperation;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.patch.AuditDraft;
import io.guildhall.guild.patch.Patch;
import io.guildhall.guild.state.ExpressionEdits;
import io.guildhall.guild.state.GuildState;
import io.guildhall.guild.state.Rows;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.id.SnowflakeGenerator;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.EmojiOperations;
import io.guildhall.model.payload.Emoji;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Emojis;
import jakarta.inject.Singleton;

/** A new emoji. Those that move and those that do not are counted apart. */
@Singleton
public final class CreateEmoji implements GuildOperation {
    private static final int MOST_OF_A_KIND = 50;

    private final SnowflakeGenerator ids;

    public CreateEmoji(SnowflakeGenerator ids) {
        this.ids = ids;
    }

    @Override
    public Operation operation() {
        return EmojiOperations.CREATE_EMOJI;
    }

    @Override
    public Reply handle(GuildState guild, Call call, Changes changes) {
        long id = ids.next();
        AuditDraft audit = call.audit().target(id);
        NewEmoji body = NewEmoji.of(call.body());
        RowView emoji = new Patch(Rows.create(Emojis.TABLE, guild.id(), id), audit)
                .put(body.name(), Emojis.NAME)
                .row();
        emoji = Rows.with(emoji, Emojis.IMAGE, body.image().required());
        emoji = Rows.with(emoji, Emojis.CREATOR_ID, call.callerId());
        emoji = EmojiRoles.put(guild, emoji, body.roles(), audit);
        requireRoom(guild, Emoji.from(emoji, null));
        new ExpressionEdits(guild, changes).saveEmoji(emoji);
        return Reply.json(Emoji.from(emoji, guild.member(call.callerId()).user()));
    }

    private static void requireRoom(GuildState guild, Emoji emoji) {
        long alike = guild.expressions().emojis().payloads().get().stream()
                .filter(other -> other.animated() == emoji.animated())
                .count();
        if (alike >= MOST_OF_A_KIND) {
            throw ApiException.of(
                    emoji.animated()
                            ? ErrorCode.MAXIMUM_NUMBER_OF_ANIMATED_EMOJIS_REACHED
                            : ErrorCode.MAXIMUM_NUMBER_OF_EMOJIS_REACHED);
        }
    }
}
