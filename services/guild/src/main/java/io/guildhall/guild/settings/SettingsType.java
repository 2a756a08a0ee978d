package io.guildhall.guild.settings;

import io.guildhall.model.error.ApiException;

/** The messages that clients keep; the numbers are Discord's. */
enum SettingsType {
    PRELOADED(1),
    FRECENCY(2);

    private final int number;

    SettingsType(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }

    /** @throws ApiException when there is no such type */
    static SettingsType of(String text) {
        for (SettingsType type : values()) {
            if (Integer.toString(type.number).equals(text)) {
                return type;
            }
        }
        throw ApiException.invalidField("type", "BASE_TYPE_CHOICES", "Value must be one of {1, 2}.");
    }
}
