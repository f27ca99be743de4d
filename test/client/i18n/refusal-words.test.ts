import { expect, test } from "vitest";
import { ApiError, refusalOf } from "../../../client/api/api.ts";
import { fr } from "../../../client/i18n/fr/dictionary.ts";
import { refusalWords } from "../../../client/i18n/refusal-words.ts";
import { makeSpeaker } from "../../../client/i18n/speaker.ts";

const { t } = makeSpeaker(
  () => fr,
  () => "fr",
);

test("a refusal is told by what happened and what to do", () => {
  expect(refusalWords(t, new ApiError("class_code.unknown"))).toEqual({
    title: "Ce code n’existe pas aujourd’hui.",
    advice: "Vérifie l’oiseau et les quatre chiffres.",
  });
});

test("a station that does not answer has its own sentence", () => {
  expect(refusalWords(t, new ApiError("network.lost")).title).toBe("Pas de réseau.");
});

test("whatever else was thrown is told as the station's failure", () => {
  for (const thrown of [new TypeError("x is undefined"), undefined, { code: "made.up" }]) {
    expect(refusalWords(t, thrown).title).toBe(fr.errors["server.failed"]);
  }
});

test("a server that says when to come back is heard", () => {
  expect(refusalOf(429, { error: "request.too_many" }, "30")).toMatchObject({
    code: "request.too_many",
    retryAfterSeconds: 30,
  });
});

test("a proxy that refuses a file in its own words is understood", () => {
  expect(refusalOf(413, undefined, null).code).toBe("request.too_large");
  expect(refusalOf(502, "<html>", null).code).toBe("server.failed");
});
