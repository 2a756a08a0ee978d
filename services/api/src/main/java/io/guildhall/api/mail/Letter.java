package io.guildhall.api.mail;

import io.guildhall.identity.proof.Purpose;

/** What people are sent mail for. */
enum Letter {
    CONFIRM(Purpose.EMAIL, "/verify"),
    RESET(Purpose.RESET, "/reset");

    private final Purpose purpose;
    private final String page;

    Letter(Purpose purpose, String page) {
        this.purpose = purpose;
        this.page = page;
    }

    Purpose purpose() {
        return purpose;
    }

    /** Of the web client, on which the token is shown. */
    String page() {
        return page;
    }
}
