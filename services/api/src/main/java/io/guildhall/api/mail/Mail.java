package io.guildhall.api.mail;

/** One mail, in plain text. */
public record Mail(String to, String subject, String text) {}
