/** Reasons of reports in the person's language; a reason that this client does not know is shown in the server's words. */
import { t, type Key } from "../text/text";

const REASONS: Record<string, Key> = {
  spam: "reason.spam",
  harassment: "reason.harassment",
  hate: "reason.hate",
  violence: "reason.violence",
  sexual: "reason.sexual",
  self_harm: "reason.selfHarm",
  private_data: "reason.privateData",
  impersonation: "reason.impersonation",
  illegal: "reason.illegal",
  other: "reason.other",
};

export function reasonText(reason: string | null, otherwise: string = reason ?? ""): string {
  const known = reason === null ? undefined : REASONS[reason];
  return known ? t(known) : otherwise;
}
