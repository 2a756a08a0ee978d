package io.guildhall.guild.user;

import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.model.rpc.Event;

/** Takes note of what another actor has this user told: once of each event, in the batch with which it is taken. */
public interface EventListener {
    void heard(UserState user, Event event, Changes changes);
}
