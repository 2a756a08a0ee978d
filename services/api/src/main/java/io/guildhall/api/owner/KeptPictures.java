package io.guildhall.api.owner;

import io.guildhall.api.call.RestAnswer;
import io.guildhall.api.owner.ActorResolver.Target;
import io.guildhall.api.upload.BodyImages;
import io.guildhall.model.error.ApiException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Stores the pictures of a call when its owner would not refuse it, before the owner is asked for it: for whoever is refused
 * nothing is stored.
 */
@ApplicationScoped
public class KeptPictures {
    private final OwnerCalls owners;
    private final BodyImages images;

    @Inject
    public KeptPictures(OwnerCalls owners, BodyImages images) {
        this.owners = owners;
        this.images = images;
    }

    /**
     * @param pictures of the call, by their names
     * @param owner does what the target says, or refuses; when it fails otherwise a row may show the pictures, or not: their marks
     *     tell, later
     */
    public RestAnswer around(Map<String, byte[]> pictures, Target target, Supplier<RestAnswer> owner) {
        if (pictures.isEmpty()) {
            return owner.get();
        }
        Optional<ApiException> refusal = owners.rehearse(target.actor(), target.call());
        if (refusal.isPresent()) {
            return RestAnswer.of(refusal.get());
        }
        images.store(pictures);
        RestAnswer answer = owner.get();
        if (answer.status() >= 400 && answer.status() < 500) {
            images.discard(pictures);
        }
        return answer;
    }
}
