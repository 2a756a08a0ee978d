package io.guildhall.guild.widget;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.GuildOperation;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.state.GuildState;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.GreetingOperations;
import jakarta.inject.Singleton;

/** What is to be drawn of a widget; api draws it. */
@Singleton
public final class GetWidgetPicture implements GuildOperation {
    @Override
    public Operation operation() {
        return GreetingOperations.GET_WIDGET_PICTURE;
    }

    @Override
    public boolean openToStrangers() {
        return true;
    }

    @Override
    public Reply handle(GuildState guild, Call call, Changes changes) {
        ShownWidget.require(guild);
        return Reply.json(
                ShownWidget.facts(guild).put("style", call.query().path("style").asText("shield")));
    }
}
