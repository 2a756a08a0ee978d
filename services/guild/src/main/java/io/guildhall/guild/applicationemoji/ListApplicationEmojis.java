package io.guildhall.guild.applicationemoji;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.call.Call;
import io.guildhall.guild.emoji.EmojiCreators;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.user.UserOperation;
import io.guildhall.guild.user.UserState;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.ApplicationEmojiOperations;
import io.guildhall.model.payload.Json;
import io.guildhall.model.table.RowView;
import jakarta.inject.Singleton;
import java.util.List;

/** Every emoji of an application, with who made it. */
@Singleton
public final class ListApplicationEmojis implements UserOperation {
    @Override
    public Operation operation() {
        return ApplicationEmojiOperations.LIST_APPLICATION_EMOJIS;
    }

    @Override
    public Reply handle(UserState user, Call call, Changes changes) {
        ApplicationEmojis emojis = ApplicationEmojis.of(user, call);
        List<RowView> all = emojis.all();
        return Reply.later(() -> {
            ObjectNode answer = Json.object();
            answer.set("items", Json.tree(EmojiCreators.show(all, emojis.freeStorage())));
            return Reply.json(answer);
        });
    }
}
