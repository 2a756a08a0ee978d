package io.guildhall.guild.kernel.actor;

import java.time.Duration;

/**
 * The bounds of each actor.
 *
 * @param mailbox commands that may wait; more are refused with 503
 * @param pipeline commits that may wait for the store; the actor then pauses
 * @param idle how long an actor without sessions and commands is kept
 * @param storesEvents true to store events with the changes that they tell of, for the next owner
 */
public record ActorLimits(int mailbox, int pipeline, Duration idle, boolean storesEvents) {}
