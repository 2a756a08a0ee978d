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
import { watchAttention } from "./ui/attention";
import { applyPreferences } from "./ui/preferences";
import { followNotifications } from "./ui/push";

watchAttention();
followNotifications();
void applyPreferences().then(() => render(() => <App />, document.getElementById("root")!));
