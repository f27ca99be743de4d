import "./no-eval.ts";
import { render } from "solid-js/web";
import "./styles/fonts.css";
import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/keys.css";
import "./styles/lamps.css";
import "./styles/fields.css";
import "./styles/panels.css";
import "./styles/messages.css";
import "./styles/layers.css";
import "./styles/meters.css";
import "./styles/voices.css";
import "./styles/shell.css";
import { App } from "./app.tsx";
import { reloadAfterUpgrade } from "./ui/reload-after-upgrade.ts";

reloadAfterUpgrade();

render(() => <App />, document.getElementById("app")!);
