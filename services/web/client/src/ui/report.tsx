/** The way from a message, a person or a server to a report; the form itself is loaded when somebody goes it. */
import { lazy } from "solid-js";
import type { Reportable } from "../state/reports";
import { showDialog } from "./dialogs";

const ReportDialog = lazy(() => import("./ReportDialog"));

export function report(what: Reportable): void {
  showDialog(() => <ReportDialog what={what} />);
}
