package io.guildhall.guild.applicationemoji;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.state.Rows;
import io.guildhall.guild.user.UserOperation;
import io.guildhall.guild.user.UserState;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.id.SnowflakeGenerator;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.ApplicationEmojiOperations;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Emojis;
import io.guildhall.model.table.catalogue.ExpressionOwners;
import jakarta.inject.Singleton;
import java.util.List;

/** A new emoji of an application. */
@Singleton
public final class CreateApplicationEmoji implements UserOperation {
    private static final int MOST = 2000;

    private final SnowflakeGenerator ids;

    public CreateApplicationEmoji(SnowflakeGenerator ids) {
        this.ids = ids;
    }

    @Override
    public Operation operation() {
        return ApplicationEmojiOperations.CREATE_APPLICATION_EMOJI;
    }

    @Override
    public Reply handle(UserState user, Call call, Changes changes) {
        ApplicationEmojis emojis = ApplicationEmojis.of(user, call);
        List<RowView> all = emojis.all();
        if (all.size() >= MOST) {
            throw ApiException.of(ErrorCode.MAXIMUM_NUMBER_OF_EMOJIS_REACHED);
        }
        NewApplicationEmoji body = NewApplicationEmoji.of(call.body());
        ApplicationEmojis.requireFree(body.name().required(), 0, all);
        RowView emoji = Rows.create(Emojis.TABLE, user.id(), ids.next());
        emoji = Rows.with(emoji, Emojis.NAME, body.name().required());
        emoji = Rows.with(emoji, Emojis.IMAGE, body.image().required());
        emoji = Rows.with(emoji, Emojis.CREATOR_ID, call.callerId());
        Rows.save(null, emoji, changes);
        changes.write(ExpressionOwners.ofEmoji(emoji));
        return emojis.reply(emoji);
    }
}
