// A listener's page in the browser: the station has drawn it already, and this makes it act. Without a drawn page (no network, Vite's own server) it is drawn here.
import "./own-shelf.ts";
import "./no-eval.ts";
import { hydrate, render } from "solid-js/web";
import type { ListeningStart } from "../schemas/listening.ts";
import { loadFamilyWords } from "./i18n/family/family-words.ts";
import { findLanguage, isLanguage, languageOfDevice, type Language } from "./i18n/languages.ts";
import { ListeningApp } from "./listen/ListeningApp.tsx";
import { reloadAfterUpgrade } from "./ui/reload-after-upgrade.ts";
import { startFromAddress } from "./listen/start-from-address.ts";
import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/keys.css";
import "./styles/lamps.css";
import "./styles/fields.css";
import "./styles/panels.css";
import "./styles/messages.css";
import "./styles/layers.css";
import "./styles/voices.css";
import "./styles/shell.css";

/** The link's choice, then this device's, then the browser's. */
function wantedLanguage(): Language {
  const asked = new URLSearchParams(location.search).get("lang");
  return (isLanguage(asked) ? asked : undefined) ?? findLanguage(localStorage) ?? languageOfDevice() ?? "fr";
}

async function begin() {
  const told = document.getElementById("start")?.textContent;
  const drawn = told === undefined ? undefined : (JSON.parse(told) as ListeningStart);
  const shown = document.documentElement.lang;
  const language = drawn !== undefined && isLanguage(shown) ? shown : wantedLanguage();
  const words = { language, dictionary: await loadFamilyWords(language), load: loadFamilyWords };
  const app = document.getElementById("app")!;
  const draw = () => <ListeningApp start={drawn ?? startFromAddress(location)} words={words} />;
  // What Solid's own inline script would set up, which the pages' policy does not let in.
  Object.assign(globalThis, { _$HY: { events: [], completed: new WeakSet(), r: {} } });
  if (drawn === undefined) render(draw, app);
  else hydrate(draw, app);
  document.documentElement.dataset.ready = "";
}

reloadAfterUpgrade();
void begin();
