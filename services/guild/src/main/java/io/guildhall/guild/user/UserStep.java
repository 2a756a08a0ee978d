package io.guildhall.guild.user;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;

/** A step of a larger operation that another part of the cluster asks of a user's actor. Steps may come twice. */
public interface UserStep {
    /** The step's name. */
    String step();

    Reply handle(UserState user, JsonNode body, Changes changes);
}
