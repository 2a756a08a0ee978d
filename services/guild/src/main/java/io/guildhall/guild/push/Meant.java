package io.guildhall.guild.push;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.user.UserState;
import io.guildhall.guild.user.UserStep;
import io.guildhall.model.push.PushReason;
import io.guildhall.model.push.PushSteps;
import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.Set;

/** A message is meant for this person among others. It may be said twice: a device is told once. */
@Singleton
public final class Meant implements UserStep {
    private final Pushes pushes;

    public Meant(Pushes pushes) {
        this.pushes = pushes;
    }

    @Override
    public String step() {
        return PushSteps.MEANT;
    }

    @Override
    public Reply handle(UserState user, JsonNode body, Changes changes) {
        Set<PushReason> reasons = EnumSet.noneOf(PushReason.class);
        body.path("reasons").forEach(reason -> reasons.add(PushReason.valueOf(reason.asText())));
        pushes.consider(user, Happening.of(body), reasons, changes);
        return Reply.noContent();
    }
}
