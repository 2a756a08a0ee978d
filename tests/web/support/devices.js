/** A device that has keys, as a browser's debugger plays one. Whoever it belongs to touches it at once. */
export async function device(person) {
  const debug = await person.context.newCDPSession(person.page);
  await debug.send("WebAuthn.enable");
  const options = { protocol: "ctap2", transport: "internal", hasResidentKey: false, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true };
  const { authenticatorId } = await debug.send("WebAuthn.addVirtualAuthenticator", { options });
  return {
    /** Whether whoever it belongs to is there. */
    touched: (enabled) => debug.send("WebAuthn.setAutomaticPresenceSimulation", { authenticatorId, enabled }),
    keys: async () => (await debug.send("WebAuthn.getCredentials", { authenticatorId })).credentials,
    lose: () => debug.send("WebAuthn.clearCredentials", { authenticatorId }),
  };
}
