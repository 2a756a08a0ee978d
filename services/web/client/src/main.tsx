import { render } from "solid-js/web";
import "./style/base.css";
import "./style/shell.css";
import "./style/settings.css";
import "./style/people.css";
import "./style/messages.css";
import "./style/content.css";
import "./style/components.css";
import "./style/composer.css";
import "./style/search.css";
import { App } from "./ui/App";
import { applyPreferences } from "./ui/preferences";

void applyPreferences().then(() => render(() => <App />, document.getElementById("root")!));
