package io.guildhall.push.collector;

import io.guildhall.push.shedding.DropReason;

/** What will not be sent, and why. */
record Dropped(Attempt attempt, DropReason reason) {}
