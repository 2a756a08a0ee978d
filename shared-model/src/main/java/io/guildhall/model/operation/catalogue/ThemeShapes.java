package io.guildhall.model.operation.catalogue;

import static io.guildhall.model.operation.Shapes.choice;
import static io.guildhall.model.operation.Shapes.integer;
import static io.guildhall.model.operation.Shapes.list;
import static io.guildhall.model.operation.Shapes.object;
import static io.guildhall.model.operation.Shapes.text;

import io.guildhall.model.operation.Shape;
import java.util.regex.Pattern;

/** How a client looks, as people share it in messages. */
final class ThemeShapes {
    private static final Shape COLOR = text(6, 6)
            .matching(
                    Pattern.compile("[0-9a-fA-F]{6}"),
                    "STRING_TYPE_REGEX",
                    "String value did not match validation regex.");

    /** A gradient of colours, which way it goes in degrees, how strong it is in percent, and what lies below it. */
    static final Shape THEME = object().required("colors", list(1, 5, COLOR))
            .required("gradient_angle", integer(0, 360))
            .required("base_mix", integer(0, 100))
            .nullable("base_theme", choice(0, 1, 2, 3, 4));

    private ThemeShapes() {}
}
