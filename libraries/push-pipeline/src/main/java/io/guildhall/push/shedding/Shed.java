package io.guildhall.push.shedding;

import io.guildhall.push.notification.Conversation;
import io.guildhall.push.notification.Notification;

/** What goes so that there is room. */
public sealed interface Shed {
    /** One goes. */
    record One(Notification notification, DropReason reason) implements Shed {}

    /** Of all that wait in a conversation one stays: the last of the most important class, which then stands for the others too. */
    record Collapse(Conversation conversation) implements Shed {}
}
