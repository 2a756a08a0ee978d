/** Has the browser, and by it a device, make keys and sign with them. */
import { ApiError } from "../../protocol/rest";
import { creation, made, request, signed } from "../../state/passkeys";
import { t } from "../../text/text";

/** Browsers have none of this on pages that come over an open line. */
export const canUseKeys = (): boolean => window.isSecureContext && "PublicKeyCredential" in window;

/** @returns what was made, as the server takes it */
export async function makeKey(challenge: string): Promise<string> {
  return made(await answered(navigator.credentials.create(creation(challenge))));
}

/** @returns what a key has signed, as the server takes it */
export async function signWithKey(challenge: string): Promise<string> {
  return signed(await answered(navigator.credentials.get(request(challenge))));
}

/** Browsers do not say why there is no answer, lest a page learn something about the person. */
async function answered(asked: Promise<Credential | null>): Promise<PublicKeyCredential> {
  const credential = await asked.catch(() => null);
  if (credential === null) throw new ApiError(400, 0, t("passkey.noAnswer"));
  return credential as PublicKeyCredential;
}
