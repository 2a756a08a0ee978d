package io.guildhall.api.mail;

/** Where mail goes. */
public interface Mailbox {
    /** Gives one mail away; blocks until it is taken. Whatever it throws, the mail has not gone. */
    void send(Mail mail);
}
