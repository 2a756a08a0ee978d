package io.guildhall.api.rendering;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.api.picture.Canvas;
import io.guildhall.api.picture.Lines;

/**
 * A widget as a picture, in the five forms and sizes that Discord has, with our own drawing: a guild's initials stand for it, since its
 * picture may be of any format, and a house stands for the instance. Green says how many are online.
 */
final class WidgetPicture {
    private static final int DARK = 0x23272E;
    private static final int DARKER = 0x1A1D22;
    private static final int LIGHT = 0xF4F5F7;
    private static final int GREY = 0x9AA3AF;
    private static final int ACCENT = 0x3D6FB5;
    private static final int ONLINE = 0x2FA866;
    private static final String BRAND = "GUILDHALL";

    private final String name;
    private final String online;

    private WidgetPicture(String name, int online) {
        this.name = name;
        this.online = online + " online";
    }

    /** @param facts what the guild's owner says is to be drawn */
    static byte[] of(JsonNode facts) {
        WidgetPicture picture = new WidgetPicture(
                facts.path("name").asText(), facts.path("presence_count").asInt());
        Canvas canvas =
                switch (facts.path("style").asText()) {
                    case "banner1" -> picture.withFooter("POWERED BY " + BRAND);
                    case "banner2" -> picture.split();
                    case "banner3" -> picture.withDoor();
                    case "banner4" -> picture.withButton();
                    default -> picture.shield();
                };
        return canvas.png();
    }

    private Canvas shield() {
        int left = 26;
        int middle = left + Lines.width(BRAND, 1) + 6;
        int width = middle + 6 + Lines.width(online, 1) + 7;
        return house(
                        new Canvas(width, 20)
                                .box(0, 0, width, 20, 4, ONLINE)
                                .box(0, 0, middle, 20, 4, DARK)
                                .box(middle - 4, 0, 4, 20, 0, DARK),
                        6,
                        3,
                        14)
                .text(BRAND, left, 6, 1, LIGHT)
                .text(online, middle + 6, 6, 1, LIGHT);
    }

    private Canvas withFooter(String footer) {
        Canvas canvas = new Canvas(320, 76)
                .box(0, 0, 320, 76, 6, DARKER)
                .box(0, 0, 320, 54, 6, DARK)
                .box(0, 40, 320, 14, 0, DARK);
        return guild(canvas, 10, 7, 40, 250).text(footer, 320 - 10 - Lines.width(footer, 1), 62, 1, GREY);
    }

    private Canvas split() {
        Canvas canvas = new Canvas(430, 66)
                .box(0, 0, 430, 66, 6, ACCENT)
                .box(0, 0, 300, 66, 6, DARK)
                .box(290, 0, 10, 66, 0, DARK);
        return house(guild(canvas, 12, 12, 42, 226), 310, 19, 28).text(BRAND, 346, 30, 1, LIGHT);
    }

    private Canvas withDoor() {
        Canvas canvas = new Canvas(320, 110)
                .box(0, 0, 320, 110, 6, ACCENT)
                .box(0, 0, 320, 70, 6, DARK)
                .box(0, 60, 320, 10, 0, DARK);
        String door = "Chat Now";
        return house(guild(canvas, 14, 12, 46, 236), 14, 78, 24)
                .text(BRAND, 46, 87, 1, LIGHT)
                .text(door, 320 - 14 - Lines.width(door, 2), 84, 2, LIGHT);
    }

    private Canvas withButton() {
        String button = "JOIN MY SERVER";
        int brand = Lines.width(BRAND, 2);
        Canvas canvas = new Canvas(320, 165)
                .box(0, 0, 320, 165, 6, DARK)
                .box(0, 0, 320, 50, 6, ACCENT)
                .box(0, 40, 320, 10, 0, ACCENT)
                .box(14, 122, 292, 30, 4, ONLINE)
                .text(BRAND, (320 - brand) / 2 + 18, 18, 2, LIGHT)
                .text(button, (320 - Lines.width(button, 1)) / 2, 134, 1, LIGHT);
        return guild(house(canvas, (320 - brand) / 2 - 18, 11, 28), 14, 62, 46, 236);
    }

    /** The guild's initials in a disc of this size, and beside it its name over how many are online. */
    private Canvas guild(Canvas canvas, int left, int top, int size, int room) {
        String initials = Lines.initials(name);
        int centre = size / 2;
        int text = left + size + 12;
        return canvas.circle(left + centre, top + centre, centre, ACCENT)
                .text(
                        initials,
                        left + centre - Lines.width(initials, 2) / 2,
                        top + centre - Lines.height(2) / 2,
                        2,
                        LIGHT)
                .text(Lines.fitting(name, 2, room), text, top + centre - 16, 2, LIGHT)
                .circle(text + 4, top + centre + 11, 4, ONLINE)
                .text(Lines.fitting(online, 1, room - 12), text + 12, top + centre + 8, 1, GREY);
    }

    /** A gable on three columns, in a square of this size. */
    private static Canvas house(Canvas canvas, double left, double top, double size) {
        double centre = left + size / 2;
        double eaves = top + size * 0.4;
        canvas.fill(left, top, size, size * 0.4, LIGHT, (x, y) -> Math.abs(x - centre) <= (y - top) * 1.25);
        for (int column = 0; column < 3; column++) {
            canvas.box(left + size * (0.1 + 0.32 * column), eaves + size * 0.06, size * 0.16, size * 0.38, 0, LIGHT);
        }
        return canvas.box(left, top + size * 0.88, size, size * 0.12, 0, LIGHT);
    }
}
