package io.guildhall.api.upload;

import io.guildhall.api.config.ApiConfig;
import io.guildhall.api.config.ApiIds;
import io.guildhall.api.config.PublicUrls;
import io.guildhall.model.attachment.AttachmentLinks;
import io.guildhall.model.attachment.UploadSlot;
import io.guildhall.model.attachment.UploadSlots;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.rpc.StoredFile;
import io.guildhall.objects.ObjectStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Files that come before the message that carries them. Whoever may send files gets a slot for each, puts each there, and names them in
 * the message, which gets copies of its own: so one upload may be tried again with another message. What was put into a slot goes an
 * hour later.
 */
@ApplicationScoped
public class Slots {
    private static final int MAX_FILES = 10;

    private final ObjectStore store;
    private final ApiIds ids;
    private final FileDescriptions descriptions;
    private final UploadSlots slots;
    private final FileMarks marks;
    private final Clock clock;
    private final ApiConfig.Bodies config;

    @Inject
    public Slots(
            ObjectStore store,
            ApiIds ids,
            PublicUrls urls,
            AttachmentLinks links,
            UploadSlots slots,
            FileMarks marks,
            Clock clock,
            ApiConfig config) {
        this.store = store;
        this.ids = ids;
        this.descriptions = new FileDescriptions(store, urls::cdn, links);
        this.slots = slots;
        this.marks = marks;
        this.clock = clock;
        this.config = config.bodies();
    }

    /**
     * A new slot, as text.
     *
     * @param size in bytes
     * @param contentType as the client says; empty when it does not
     */
    public String offer(long channel, long user, String filename, long size, String contentType) {
        return slots.write(new UploadSlot(
                channel,
                ids.next(),
                user,
                size,
                filename,
                contentType,
                clock.millis() + FileMarks.PATIENCE.toMillis()));
    }

    /**
     * Stores what a slot is for; what was there before is replaced.
     *
     * @throws ApiException 403 for a slot that is none any more, 40005 for more bytes than were announced
     */
    public void put(String text, InputStream content) throws IOException {
        UploadSlot slot = slots.read(text).orElseThrow(() -> ApiException.forbidden(ErrorCode.MISSING_ACCESS));
        marks.begin(Snowflake.format(slot.channelId()), slot.attachmentId());
        try {
            store.put(key(slot), content, slot.maxSize());
        } catch (ObjectStore.TooLarge tooLarge) {
            throw ApiException.of(ErrorCode.REQUEST_ENTITY_TOO_LARGE);
        }
    }

    /**
     * Deletes what was put into a slot; nothing when that was nothing.
     *
     * @throws ApiException 403 for a slot that is none any more, or another's
     */
    public void empty(String text, long user) {
        UploadSlot slot = slots.read(text)
                .filter(given -> given.userId() == user)
                .orElseThrow(() -> ApiException.forbidden(ErrorCode.MISSING_ACCESS));
        try {
            store.delete(key(slot));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /**
     * Copies of the files that a body names, for the channel that gets them.
     *
     * @param channels those that the slots may have been given out for
     * @param beside files that came with the request itself
     * @throws ApiException 50035 when a slot is not the caller's, not for this channel, or empty; 40005 for too much of it
     */
    public UploadedFiles claim(
            SlotReferences references, long user, Set<Long> channels, long channel, List<StoredFile> beside) {
        if (references.places().size() + beside.size() > MAX_FILES) {
            throw ApiException.invalidField(
                    "attachments", "BASE_TYPE_MAX_LENGTH", "Must be " + MAX_FILES + " or fewer in length.");
        }
        Claiming claiming = new Claiming(channel, beside);
        try {
            for (SlotReferences.Place place : references.places()) {
                Optional<UploadSlot> slot = slots.read(place.slot())
                        .filter(given -> given.userId() == user && channels.contains(given.channelId()));
                if (slot.isEmpty()) {
                    place.refuse("This upload is none, or not for this message.");
                } else {
                    claiming.take(place, slot.get());
                }
            }
        } catch (IOException broken) {
            claiming.undo();
            throw new UncheckedIOException(broken);
        } catch (RuntimeException | Error refused) {
            claiming.undo();
            throw refused;
        }
        if (!references.problems().isEmpty()) {
            claiming.undo();
            throw ApiException.invalidForm(references.problems());
        }
        return new UploadedFiles(claiming.files, claiming.keys);
    }

    private static String key(UploadSlot slot) {
        return new FileKey(slot.channelId(), slot.attachmentId()).named(FileNames.clean(slot.filename()));
    }

    private final class Claiming {
        private final long channel;
        private final List<StoredFile> beside;
        private final List<StoredFile> files = new ArrayList<>();
        private final List<String> keys = new ArrayList<>();
        private long total;

        Claiming(long channel, List<StoredFile> beside) {
            this.channel = channel;
            this.beside = beside;
            this.total = beside.stream().mapToLong(StoredFile::getSize).sum();
        }

        void take(SlotReferences.Place place, UploadSlot slot) throws IOException {
            Optional<Integer> index = place.index().filter(this::isFree);
            Optional<ObjectStore.StoredObject> stored = store.find(key(slot));
            if (index.isEmpty()) {
                place.refuse("Its id is none, or used for another file.");
            } else if (stored.isEmpty()) {
                place.refuse("Nothing was uploaded.");
            } else {
                total += stored.get().size();
                if (total > config.maxFiles()) {
                    throw ApiException.of(ErrorCode.REQUEST_ENTITY_TOO_LARGE);
                }
                copy(slot, index.get(), stored.get());
            }
        }

        private void copy(UploadSlot slot, int index, ObjectStore.StoredObject stored) throws IOException {
            long id = ids.next();
            String key = new FileKey(channel, id).named(FileNames.clean(slot.filename()));
            marks.begin(Snowflake.format(channel), id);
            keys.add(key);
            try (InputStream content = stored.open()) {
                long size = store.put(key, content, config.maxFile());
                files.add(descriptions.of(key, id, index, slot.filename(), slot.contentType(), size));
            } catch (ObjectStore.TooLarge tooLarge) {
                throw ApiException.of(ErrorCode.REQUEST_ENTITY_TOO_LARGE);
            }
        }

        private boolean isFree(int index) {
            return beside.stream().noneMatch(file -> file.getIndex() == index)
                    && files.stream().noneMatch(file -> file.getIndex() == index);
        }

        private void undo() {
            for (String key : keys) {
                try {
                    store.delete(key);
                } catch (IOException left) {
                    // Its mark tells, later.
                    continue;
                }
            }
        }
    }
}
