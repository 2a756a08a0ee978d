package io.guildhall.api.body;

import io.guildhall.api.config.ApiConfig;
import io.guildhall.api.upload.Slots;
import io.guildhall.model.error.ApiException;
import io.guildhall.objects.ObjectStoreAwayException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import org.jboss.logging.Logger;

/** Receives the file of a slot. */
@ApplicationScoped
public class SlotUpload {
    private static final Logger LOG = Logger.getLogger(SlotUpload.class);
    private static final int STORED = 200;
    private static final int FAILED = 500;
    private static final int AWAY = 503;

    private final Slots slots;
    private final ApiConfig.Bodies config;

    @Inject
    public SlotUpload(Slots slots, ApiConfig config) {
        this.slots = slots;
        this.config = config.bodies();
    }

    /** The status of the answer: 200, or 403 for a slot that is none any more, 413 for too many bytes, 408 for bytes that come too slowly, 503 while there is nowhere to keep them. */
    public int put(String slot, InputStream body) {
        try (Deadline file = Deadline.within(body, config.formTimeout())) {
            slots.put(slot, file);
            return STORED;
        } catch (ApiException refused) {
            return refused.status();
        } catch (ObjectStoreAwayException away) {
            return AWAY;
        } catch (IOException broken) {
            LOG.warnf(broken, "a file could not be stored");
            return FAILED;
        }
    }
}
