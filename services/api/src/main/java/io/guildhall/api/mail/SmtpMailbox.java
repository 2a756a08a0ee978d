package io.guildhall.api.mail;

import io.quarkus.mailer.Mailer;

/** Mail by the SMTP server that {@code quarkus.mailer} names. */
final class SmtpMailbox implements Mailbox {
    private final Mailer mailer;
    private final String from;

    SmtpMailbox(Mailer mailer, String from) {
        this.mailer = mailer;
        this.from = from;
    }

    @Override
    public void send(Mail mail) {
        mailer.send(io.quarkus.mailer.Mail.withText(mail.to(), mail.subject(), mail.text())
                .setFrom(from));
    }
}
