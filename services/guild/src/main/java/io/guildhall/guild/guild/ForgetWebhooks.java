package io.guildhall.guild.guild;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.call.GuildStep;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.state.GuildState;
import io.guildhall.guild.webhook.WebhookBook;
import io.guildhall.model.rpc.ReadRequest;
import jakarta.inject.Singleton;
import java.util.List;

/** Removes some of the webhooks of a guild that is deleted, and asks it to go on with the next. */
@Singleton
public final class ForgetWebhooks implements GuildStep {
    static final String STEP = "forgetWebhooks";

    private static final int PIECE = 200;

    @Override
    public String step() {
        return STEP;
    }

    @Override
    public boolean afterDeletion() {
        return true;
    }

    @Override
    public List<ReadRequest> foreseen(long guildId, JsonNode body) {
        return List.of(WebhookBook.index(guildId, PIECE));
    }

    @Override
    public Reply handle(GuildState guild, JsonNode body, Changes changes) {
        // A guild that exists keeps its webhooks, whoever asks.
        if (!guild.exists() && new WebhookBook(guild).forget(PIECE, changes) == PIECE) {
            changes.step(guild.context().key(), STEP, body);
        }
        return Reply.noContent();
    }
}
