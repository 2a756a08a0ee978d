package io.guildhall.api.mail;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** Mail to people: that an address is theirs, and that they have forgotten their password. */
@ConfigMapping(prefix = "guildhall.mail")
public interface MailConfig {
    /**
     * Where mail goes: {@code file} puts it into a directory, from which the operator hands it over; {@code smtp} sends it by the server that
     * {@code quarkus.mailer.host}, {@code port}, {@code username}, {@code password}, {@code tls} and {@code start-tls} name.
     */
    @WithDefault("file")
    Kind kind();

    /** Where mail is put that is not sent. The newest {@value FileMailbox#MOST} are kept. */
    @WithDefault(".guildhall/mail")
    String directory();

    /** The address that mail comes from. */
    @WithDefault("guildhall@localhost")
    String from();

    /** What mail calls the instance. */
    @WithDefault("Guildhall")
    String instanceName();

    /** Where people open the web client, without a slash at the end, for links in mail; beside the API when not set. */
    Optional<String> webUrl();

    /** Whether a new account's address counts only when its person has shown that it is theirs; true where mail is sent by SMTP when not set. */
    Optional<Boolean> proveAddresses();

    /** Whether addresses are to be proved. */
    default boolean proves() {
        return proveAddresses().orElse(kind() == Kind.SMTP);
    }

    /** The ways of mail. */
    enum Kind {
        FILE,
        SMTP
    }
}
