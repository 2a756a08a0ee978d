package io.guildhall.api.upload;

import io.guildhall.identity.StorageAccess;
import io.guildhall.model.attachment.AttachmentLinks;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.rpc.Mutation;
import io.guildhall.model.table.catalogue.AttachmentMarks;
import io.guildhall.model.table.catalogue.PictureMarks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Marks each file and picture before it is stored, so that it goes again if this process ends before a message or a row carries
 * it; see {@link AttachmentMarks} and {@link PictureMarks}.
 */
@ApplicationScoped
public class FileMarks {
    /** More than an upload and its message ever take. */
    static final Duration PATIENCE = Duration.ofHours(1);

    private static final Logger LOG = Logger.getLogger(FileMarks.class);

    private final StorageAccess storage;
    private final Clock clock;

    @Inject
    public FileMarks(StorageAccess storage, Clock clock) {
        this.storage = storage;
        this.clock = clock;
    }

    /** Durable when it returns. */
    public void begin(String channel, long attachmentId) {
        write(List.of(
                AttachmentMarks.due(Snowflake.parse(channel), attachmentId, clock.millis() + PATIENCE.toMillis())));
    }

    /** What an application shows: no message carries it, and it goes by itself. Durable when it returns. */
    public void lend(long applicationId, long attachmentId) {
        write(List.of(AttachmentMarks.due(
                applicationId, attachmentId, clock.millis() + AttachmentLinks.LIFETIME.toMillis())));
    }

    /** Pictures by their names. Durable when it returns. */
    void beginPictures(Collection<String> names) {
        long due = clock.millis() + PATIENCE.toMillis();
        write(names.stream().map(name -> PictureMarks.due(name, due)).toList());
    }

    /** These pictures are removed. */
    void settlePictures(Collection<String> names) {
        write(names.stream().map(PictureMarks::settled).toList());
    }

    /** A message carries these files; the sweeper need not look at them. */
    void settle(Collection<FileKey> files) {
        try {
            write(files.stream()
                    .map(file -> AttachmentMarks.settled(file.channelId(), file.attachmentId()))
                    .toList());
        } catch (RuntimeException later) {
            // The owner has said that it carries them, and so the sweeper leaves them.
            LOG.debugf(later, "the marks of %s stay for the sweeper", files);
        }
    }

    private void write(List<Mutation> mutations) {
        if (!mutations.isEmpty()) {
            storage.write(mutations).await().indefinitely();
        }
    }
}
