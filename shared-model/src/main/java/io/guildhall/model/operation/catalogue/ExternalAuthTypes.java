package io.guildhall.model.operation.catalogue;

import static io.guildhall.model.operation.Shapes.choice;

import io.guildhall.model.operation.Shape;
import io.guildhall.model.provisional.ExternalAuthType;

/** Who vouches for a player, in requests. */
final class ExternalAuthTypes {
    static final Shape SHAPE = choice(ExternalAuthType.names());

    private ExternalAuthTypes() {}
}
