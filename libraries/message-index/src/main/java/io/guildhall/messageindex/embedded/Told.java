package io.guildhall.messageindex.embedded;

import io.guildhall.messageindex.Version;
import io.guildhall.model.fact.MessageFact;

/** A fact and its place in the log that it comes from. */
public record Told(Version version, MessageFact fact) {}
