package io.guildhall.api.provisional;

import java.util.Optional;

/**
 * Somebody who plays a game.
 *
 * @param identity a digest of who they are elsewhere
 * @param name what they want to be called
 */
public record Player(String identity, Optional<String> name) {}
