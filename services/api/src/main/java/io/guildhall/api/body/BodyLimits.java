package io.guildhall.api.body;

import io.guildhall.api.config.ApiConfig;
import io.guildhall.model.operation.Access;
import io.guildhall.model.operation.ImageShape;
import io.guildhall.model.operation.ObjectShape;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.Shape;
import io.guildhall.model.operation.SoundShape;

/** How large the JSON of an operation's body may be: little from strangers, much only where pictures belong. */
final class BodyLimits {
    private final ApiConfig.Bodies config;

    BodyLimits(ApiConfig.Bodies config) {
        this.config = config;
    }

    /** In bytes. */
    int of(Operation operation) {
        if (operation.access() == Access.ANYONE || operation.access() == Access.CLIENT) {
            return config.maxAnonymous();
        }
        return operation.body().filter(BodyLimits::takesPictures).isPresent()
                ? config.maxJson()
                : config.maxPlainJson();
    }

    private static boolean takesPictures(Shape shape) {
        return shape instanceof ObjectShape fields
                && fields.shapes().values().stream()
                        .anyMatch(field -> field instanceof ImageShape || field instanceof SoundShape);
    }
}
