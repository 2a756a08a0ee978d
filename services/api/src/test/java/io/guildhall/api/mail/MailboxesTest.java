package io.guildhall.api.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.testing.ManualClock;
import io.guildhall.testing.Settings;
import io.quarkus.mailer.Mailer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where mail goes, with a server for it and without. */
class MailboxesTest {
    private static final Mail MAIL = new Mail("anna@example.org", "Grüße", "one\ntwo\n");

    @TempDir
    Path directory;

    @Test
    void mailIsAFileThatOnlyItsOwnerReads() throws IOException {
        new FileMailbox(directory.resolve("mail"), "hall@example.org", new ManualClock()).send(MAIL);

        Path file = files().get(0);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(Files.readString(file))
                .contains("From: hall@example.org\r\nTo: anna@example.org\r\nSubject: =?UTF-8?B?R3LDvMOfZQ==?=\r\n")
                .endsWith("\r\n\r\none\r\ntwo\r\n");
    }

    @Test
    void theOldestMailGoesWhenThereIsTooMuch() throws IOException {
        FileMailbox mailbox = new FileMailbox(directory.resolve("mail"), "hall@example.org", new ManualClock());
        mailbox.send(MAIL);
        Path oldest = files().get(0);
        for (int mail = 0; mail < FileMailbox.MOST; mail++) {
            mailbox.send(MAIL);
        }

        assertThat(files()).hasSize(FileMailbox.MOST).doesNotContain(oldest);
    }

    @Test
    void mailGoesToTheServerFromTheConfiguredAddress() {
        List<io.quarkus.mailer.Mail> sent = new ArrayList<>();
        Mailer mailer = mails -> sent.addAll(List.of(mails));
        new SmtpMailbox(mailer, "hall@example.org").send(MAIL);

        assertThat(sent).singleElement().satisfies(mail -> {
            assertThat(mail.getTo()).containsExactly("anna@example.org");
            assertThat(mail.getFrom()).isEqualTo("hall@example.org");
            assertThat(mail.getText()).isEqualTo("one\ntwo\n");
        });
    }

    @Test
    void addressesAreProvedWhereMailIsSentUnlessSomebodySaysOtherwise() {
        assertThat(config(Map.of()).proves()).isFalse();
        assertThat(config(Map.of("guildhall.mail.kind", "smtp")).proves()).isTrue();
        assertThat(config(Map.of("guildhall.mail.prove-addresses", "true")).proves())
                .isTrue();
        assertThat(config(Map.of("guildhall.mail.kind", "smtp", "guildhall.mail.prove-addresses", "false"))
                        .proves())
                .isFalse();
    }

    private static MailConfig config(Map<String, String> settings) {
        return Settings.of(MailConfig.class).with(settings);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(directory.resolve("mail"))) {
            return files.sorted().toList();
        }
    }
}
